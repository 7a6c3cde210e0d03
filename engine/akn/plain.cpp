// A Document from plain text: units by lines such as "7." or "Section 7.", points by markers, headings by
// lines that begin with #.
#include <algorithm>
#include <string>
#include <vector>

#include "akn/builder.hpp"
#include "akn/numbering.hpp"
#include "akn/read.hpp"
#include "akn/settle.hpp"
#include "base/utf8.hpp"

namespace lacuna::akn {
namespace {

struct Line {
    std::string_view text;
    std::uint32_t offset = 0;
};

[[nodiscard]] bool blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

[[nodiscard]] std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> lines;
    for (std::size_t at = 0; at < text.size();) {
        auto end = text.find('\n', at);
        if (end == std::string_view::npos) end = text.size();
        auto line = text.substr(at, end - at);
        auto begin = at;
        while (!line.empty() && blank(line.front())) {
            line.remove_prefix(1);
            ++begin;
        }
        while (!line.empty() && blank(line.back())) line.remove_suffix(1);
        lines.push_back({line, static_cast<std::uint32_t>(begin)});
        at = end + 1;
    }
    return lines;
}

// Length of "7.", "7A.", "7°." or "7.-" at the start of `text`; 0 when it does not start so.
[[nodiscard]] std::size_t number_length(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && at < 5 && text[at] >= '0' && text[at] <= '9') ++at;
    if (at == 0) return 0;
    while (at < text.size() && at < 8 &&
           ((text[at] >= 'A' && text[at] <= 'Z') || (text[at] >= 'a' && text[at] <= 'z')))
        ++at;
    for (std::string_view const sign : {"º", "°"})
        if (text.substr(at).starts_with(sign)) at += sign.size();
    if (at >= text.size() || text[at] != '.') return 0;
    ++at;
    if (text.substr(at).starts_with('-')) ++at;
    return at == text.size() || text[at] == ' ' ? at : 0;
}

// Length of "7.", "Section 7." or "§ 7." at the start of a line. One word may stand before the number; which
// word is the language's affair.
[[nodiscard]] std::size_t unit_length(std::string_view line) {
    if (auto const length = number_length(line); length != 0) return length;
    auto const space = line.find(' ');
    if (space == std::string_view::npos || space == 0 || space > 24) return 0;
    auto const first = utf8::decode(line, 0).code;
    bool const capital = (first >= 'A' && first <= 'Z') || first == U'§' || (first >= 0xC0 && first != U'“');
    if (!capital || line.substr(0, space).find_first_of(".,;:()") != std::string_view::npos) return 0;
    if (space < 3 && first != U'§') return 0;  // "Am 31. Dezember" is a date
    auto const length = number_length(line.substr(space + 1));
    return length == 0 ? 0 : space + 1 + length;
}

// How many # the line begins with, if a blank or nothing stands behind them, as in a heading; else 0.
[[nodiscard]] std::size_t heading_level(std::string_view line) {
    auto const level = std::min(line.find_first_not_of('#'), line.size());
    return level == line.size() || blank(line[level]) ? level : 0;
}

// Length of "Part II", "Chapter 2:" or "Part II —" at the start of the heading of a part: a word and a
// number.
[[nodiscard]] std::size_t part_length(std::string_view line) {
    auto const space = line.find(' ');
    if (space == std::string_view::npos) return 0;
    auto const end = std::min(line.find_first_of(" :", space + 1), line.size());
    auto const number = line.substr(space + 1, end - space - 1);
    bool const roman = number.find_first_not_of("IVXLC") == std::string_view::npos;
    bool const digits = number.find_first_not_of("0123456789") == std::string_view::npos;
    if (number.empty() || (!roman && !digits)) return 0;
    for (std::string_view const sign : {":", " —", " –", " -"})
        if (line.substr(end).starts_with(sign)) return end + sign.size();
    return end;
}

[[nodiscard]] bool starts_with_number(std::string_view line, unsigned number) {
    return number_length(line) != 0 && line.starts_with(std::to_string(number) + ".");
}

class Plain {
  public:
    Plain(Document& document, std::string_view text)
        : builder_(document, false), document_(document), lines_(lines_of(text)) {}

    void run() {
        for (std::size_t i = 0; i < lines_.size(); ++i) line(i);
        close_down_to(0);
        builder_.finish();
    }

  private:
    void line(std::size_t index) {
        auto rest = lines_[index];
        if (rest.text.empty()) return builder_.end_block();
        if (auto const level = heading_level(rest.text); level != 0) return heading(index, level);
        bool marked = is_paragraph(rest.text);
        if (marked) {
            open_paragraph(rest);
        } else if (auto const length = unit_length(rest.text); length != 0) {
            close_down_to(parts_.size());
            open("section", take(rest, length));
            begin_unit(false);
        }
        if (stack_.size() == parts_.size()) open("section", {});
        while (auto const marker = marker_at(rest.text)) {
            auto const next = next_marker(index, rest.text.substr(marker->text.size()));
            auto const step = sequence_.place(*marker, {next ? &*next : nullptr, words_, true, false});
            if (!step) break;
            close_down_to(above_points() + step->depth);
            open(element(step->counting), take(rest, marker->text.size()));
            words_ = false;
            marked = true;
        }
        if (rest.text.empty()) return;
        if (!marked && stack_.size() > above_points() && after_blank(index)) close_for_tail();
        words_ = true;
        if (marked || builder_.state.role != Role::content) builder_.end_block();
        put(rest);
    }

    // The heading of a part, where a section or another heading comes next; else of a section.
    void heading(std::size_t index, std::size_t level) {
        auto rest = lines_[index];
        builder_.set_aside(Account::layout, take(rest, level).text);
        auto length = unit_length(rest.text);
        bool const part = leads_on(index, length != 0);
        close_down_to(parts_.size());
        while (!parts_.empty() && parts_.back() >= level) {
            parts_.pop_back();
            close_down_to(parts_.size());
        }
        bool const numbered = length != 0 && !part;
        if (length == 0 && part) length = part_length(rest.text);
        open(part ? "division" : "section", take(rest, length));
        if (part) parts_.push_back(level);
        begin_unit(numbered);
        if (rest.text.empty()) return;
        builder_.state.role = Role::heading;
        put(rest);
        builder_.end_block();
        builder_.state.role = Role::content;
    }
    [[nodiscard]] bool leads_on(std::size_t index, bool numbered) const {
        for (++index; index < lines_.size(); ++index)
            if (auto const next = lines_[index].text; !next.empty())
                return heading_level(next) != 0 ||
                       (unit_length(next) != 0 && !(numbered && starts_with_number(next, 1)));
        return false;
    }
    void begin_unit(bool numbered_heading) {
        next_paragraph_ = numbered_heading ? 1 : 0;
        begin_points();
    }
    void begin_points() {
        sequence_ = {};
        words_ = false;
    }
    // Below the heading "3. Theft" the lines "1.", "2." begin its paragraphs, and "4." the next section.
    [[nodiscard]] bool is_paragraph(std::string_view line) const {
        return next_paragraph_ != 0 && starts_with_number(line, next_paragraph_);
    }
    void open_paragraph(Line& line) {
        close_down_to(parts_.size() + 1);
        open("subsection", take(line, number_length(line.text)));
        ++next_paragraph_;
        begin_points();
    }
    // How many provisions are open above the points of the section.
    [[nodiscard]] std::size_t above_points() const { return parts_.size() + (next_paragraph_ > 1 ? 2U : 1U); }

    // The first `length` bytes of a line; the line goes on behind them.
    [[nodiscard]] static Line take(Line& line, std::size_t length) {
        Line const part{line.text.substr(0, length), line.offset};
        while (length < line.text.size() && blank(line.text[length])) ++length;
        line.text.remove_prefix(length);
        line.offset += static_cast<std::uint32_t>(length);
        return part;
    }

    void open(std::string_view element, Line const& num) {
        stack_.push_back(builder_.state);
        Span const place{document_.source, num.offset,
                         num.offset + static_cast<std::uint32_t>(num.text.size())};
        static_cast<void>(builder_.open_provision(element, place));
        if (num.text.empty()) return;
        builder_.state.role = Role::num;
        put(num);
        builder_.end_block();
        builder_.state.role = Role::content;
    }

    void close_down_to(std::size_t depth) {
        builder_.end_block();
        while (stack_.size() > depth) {
            builder_.close_provision(builder_.state.provision);
            builder_.state = stack_.back();
            stack_.pop_back();
        }
    }

    [[nodiscard]] bool after_blank(std::size_t index) const {
        return index > 0 && !lines_[index - 1].text.empty() && !sequence_over(lines_[index - 1].text);
    }
    // The line before ends its point: what follows without a marker closes the list.
    [[nodiscard]] static bool sequence_over(std::string_view before) {
        return before.back() != ',' && before.back() != ';' && before.back() != '.';
    }

    // Words without a marker after the last point belong to the unit.
    void close_for_tail() { close_down_to(above_points()); }

    [[nodiscard]] std::optional<Marker> next_marker(std::size_t index, std::string_view rest) const {
        while (!rest.empty() && blank(rest.front())) rest.remove_prefix(1);
        if (auto const here = marker_at(rest)) return here;
        for (auto i = index + 1; i < lines_.size(); ++i)
            if (auto const there = marker_at(lines_[i].text)) return there;
        return std::nullopt;
    }

    [[nodiscard]] static std::string_view element(Counting counting) {
        switch (counting) {
            case Counting::digits:
                return "subsection";
            case Counting::small_letters:
                return "paragraph";
            case Counting::small_roman:
                return "subparagraph";
            case Counting::capital_letters:
                return "clause";
            case Counting::capital_roman:
                return "subclause";
        }
        return "point";
    }

    void put(Line const& line) {
        builder_.text(line.text, line.offset);
        builder_.line_break();
    }

    Builder builder_;
    Document& document_;
    std::vector<Line> lines_;
    std::vector<Builder::State> stack_;
    std::vector<std::size_t> parts_;  // the # of the parts that are open, the outermost first
    Sequence sequence_;
    bool words_ = false;
    unsigned next_paragraph_ =
        0;  // the number that begins one, where they are numbered as sections are; or 0
};

}  // namespace

bool begins_unit(std::string_view line) {
    return unit_length(line) != 0;
}

Document document_from_text(std::string_view text, std::string_view language, SourceId source) {
    Document document;
    document.source = source;
    document.plain_text = true;
    document.meta.document_type = "text";
    if (!language.empty()) document.meta.languages.emplace_back(language);
    Plain(document, text).run();
    settle(document);
    return document;
}

}  // namespace lacuna::akn
