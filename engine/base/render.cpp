#include "base/render.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace lacuna {
namespace {

constexpr std::size_t tab_width = 4;

struct Style {
    std::string_view bold, colour, dim, reset;
};

[[nodiscard]] Style style_of(Severity severity, bool colour) {
    if (!colour) return {};
    auto const hue = severity == Severity::error     ? "\x1b[1;31m"
                     : severity == Severity::warning ? "\x1b[1;33m"
                                                     : "\x1b[1;36m";
    return {"\x1b[1m", hue, "\x1b[2m", "\x1b[0m"};
}

// Control characters of the source would drive the terminal: show them as a replacement character.
void append_shown(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        auto const character = utf8::decode(text, at);
        if (character.code == '\t') {
            out.append(tab_width, ' ');
        } else if (!character.valid || character.code < 0x20 ||
                   (character.code >= 0x7F && character.code < 0xA0)) {
            out += "\uFFFD";
        } else {
            out.append(text.substr(at, character.length));
        }
        at += character.length;
    }
}

[[nodiscard]] std::string shown(std::string_view text) {
    std::string out;
    append_shown(out, text);
    return out;
}

struct Excerpt {
    std::string text;        // the part of the line that is shown
    std::size_t caret = 0;   // columns before the caret
    std::size_t length = 1;  // columns under the caret
};

// Moves forward to the start of a character.
[[nodiscard]] std::size_t align(std::string_view text, std::size_t at) {
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u) ++at;
    return std::min(at, text.size());
}

[[nodiscard]] Excerpt excerpt(std::string_view line, std::size_t begin, std::size_t end, std::size_t width) {
    begin = std::min(begin, line.size());
    end = std::clamp(end, begin, line.size());
    std::size_t from = 0;
    if (begin > width / 2 && line.size() > width) from = align(line, begin - width / 2);
    auto const to = align(line, std::min(line.size(), from + width));
    Excerpt result;
    if (from > 0) result.text = "…";
    append_shown(result.text, line.substr(from, begin - from));
    result.caret = utf8::width(result.text);
    append_shown(result.text, line.substr(begin, to - begin));
    if (to < line.size()) result.text += "…";
    result.length =
        std::max<std::size_t>(1, utf8::width(shown(line.substr(begin, std::min(end, to) - begin))));
    return result;
}

void append_place(std::string& out, Span span, std::string_view label, SourceMap const& sources,
                  RenderOptions const& options, Style const& style) {
    auto const& source = sources.at(span.source);
    auto const at = source.position(span.begin);
    auto const line = source.line(at.line);
    auto const start = source.line_begin(at.line);
    auto const part = excerpt(line, span.begin - start, span.end - start, options.line_width);
    auto const gutter = fmt::format("{}", at.line);
    out +=
        fmt::format("{0}{1:>{2}} |{3} {4}\n", style.dim, gutter, gutter.size() + 1, style.reset, part.text);
    out += fmt::format("{0}{1:>{2}} |{3} {1:>{4}}{5}{6}{3}", style.dim, "", gutter.size() + 1, style.reset,
                       part.caret, style.colour, std::string(part.length, '^'));
    out += label.empty() ? "\n" : fmt::format(" {}{}{}\n", style.colour, label, style.reset);
}

[[nodiscard]] std::string place_name(Span span, SourceMap const& sources) {
    if (!span.source.valid() || span.source.index() >= sources.size()) return "";
    auto const& source = sources.at(span.source);
    if (source.bytes().empty()) return source.name();
    auto const at = source.position(span.begin);
    return fmt::format("{}:{}:{}", source.name(), at.line, at.column);
}

[[nodiscard]] bool has_line(Span span, SourceMap const& sources) {
    return span.source.valid() && span.source.index() < sources.size() &&
           !sources.at(span.source).bytes().empty();
}

}  // namespace

std::string render(Diagnostic const& diagnostic, SourceMap const& sources, RenderOptions options) {
    auto const style = style_of(diagnostic.severity, options.colour);
    auto const place = place_name(diagnostic.span, sources);
    std::string out;
    if (!place.empty()) out += fmt::format("{}{}:{} ", style.bold, shown(place), style.reset);
    out += fmt::format("{}{}[{}]:{} {}\n", style.colour, to_string(diagnostic.severity),
                       info(diagnostic.code).code, style.reset, shown(diagnostic.message));
    if (has_line(diagnostic.span, sources) && diagnostic.span.end > 0)
        append_place(out, diagnostic.span, shown(diagnostic.label), sources, options, style);
    for (auto const& other : diagnostic.others) {
        out += fmt::format("  {}{}{}\n", style.dim, shown(place_name(other.span, sources)), style.reset);
        if (has_line(other.span, sources))
            append_place(out, other.span, shown(other.text), sources, options, style);
    }
    for (auto const& note : diagnostic.notes) out += fmt::format("  = {}\n", shown(note));
    if (!diagnostic.help.empty())
        out += fmt::format("  {}= help:{} {}\n", style.bold, style.reset, shown(diagnostic.help));
    return out;
}

std::string render(std::vector<Diagnostic> const& sorted, SourceMap const& sources, RenderOptions options) {
    std::string out;
    for (auto const& diagnostic : sorted) out += render(diagnostic, sources, options);
    return out;
}

}  // namespace lacuna
