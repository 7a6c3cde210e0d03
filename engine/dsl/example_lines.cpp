#include "dsl/example_lines.hpp"

#include <algorithm>

namespace lacuna::dsl {
namespace {

constexpr std::string_view blanks = " \t\r";

[[nodiscard]] std::string_view trimmed(std::string_view line) {
    auto const first = std::min(line.find_first_not_of(blanks), line.size());
    line.remove_prefix(first);
    return line.substr(0, line.find_last_not_of(blanks) + 1);
}

}  // namespace

bool starts_example(std::string_view word) {
    return word == "yes" || word == "no" || word == "todo";
}

std::string trimmed_lines(std::string_view text, std::size_t indent) {
    std::string lines;
    for (std::size_t at = 0; at <= text.size();) {
        auto const end = std::min(text.find('\n', at), text.size());
        auto const line = text.substr(at, end - at);
        auto const words = trimmed(line);
        if (at > 0) lines += '\n';
        if (at > 0 && !words.empty()) lines.append(indent, ' ');
        lines += words;
        at = end + 1;
    }
    return lines;
}

std::optional<HeadingFault> find_heading_fault(std::string_view text) {
    std::size_t open = 0;  // the # of a heading below which nothing stands so far
    std::string_view last;
    for (std::size_t at = 0; at <= text.size();) {
        auto const end = std::min(text.find('\n', at), text.size());
        auto const line = trimmed(text.substr(at, end - at));
        at = end + 1;
        if (line.empty()) continue;
        auto const level = std::min(line.find_first_not_of('#'), line.size());
        if (open > 0 && level > 0 && level <= open) return HeadingFault{last, "anything below it"};
        auto const words = line.substr(level);
        if (level > 0 && trimmed(words).empty()) return HeadingFault{line, "words"};
        if (level > 0 && blanks.find(words.front()) == std::string_view::npos)
            return HeadingFault{line, "a blank after the #"};
        open = level;
        last = line;
    }
    if (open == 0) return std::nullopt;
    return HeadingFault{last, "anything below it"};
}

}  // namespace lacuna::dsl
