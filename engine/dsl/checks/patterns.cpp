// What a pattern can match, and how large it is. Whether a text of other letters than those of ASCII holds a
// word is known only when it is compiled.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "dsl/checks/checks.hpp"
#include "dsl/checks/exclusions.hpp"

namespace lacuna::dsl {
namespace {

constexpr std::uint32_t widest_gap = 60;
constexpr std::size_t most_branches = 2000;
constexpr std::size_t most_phrases = 1'000'000;  // a pattern written out as plain phrases

[[nodiscard]] bool holds_word(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        auto const byte = static_cast<unsigned char>(c);
        return byte >= 0x80 || std::isalnum(byte) != 0 || c == '$';
    });
}

[[nodiscard]] bool can_be_empty(Pattern const& node) {
    if (node.optional) return true;
    using K = Pattern::Kind;
    if (node.kind == K::sequence)
        return std::all_of(node.children.begin(), node.children.end(), can_be_empty);
    if (node.kind == K::alternatives)
        return std::any_of(node.children.begin(), node.children.end(), can_be_empty);
    return false;
}

[[nodiscard]] std::size_t capped(std::size_t a, std::size_t b) {
    return a > most_phrases / std::max<std::size_t>(b, 1) ? most_phrases + 1 : a * b;
}

[[nodiscard]] std::size_t phrases(Pattern const& node) {
    std::size_t count = 1;
    if (node.kind == Pattern::Kind::sequence)
        for (auto const& child : node.children) count = capped(count, phrases(child));
    if (node.kind == Pattern::Kind::alternatives) {
        count = 0;
        for (auto const& child : node.children) count = std::min(count + phrases(child), most_phrases + 1);
    }
    return count + (node.optional ? 1 : 0);
}

void check_gaps(Pattern const& node, Diagnostics& diagnostics) {
    for (std::size_t i = 0; i < node.gaps.size(); ++i) {
        if (node.gaps[i] <= widest_gap) continue;
        Span const between{node.span.source, node.children[i].span.end, node.children[i + 1].span.begin};
        diagnostics.add(diagnose(
            Code::rule_gap_too_wide, between,
            fmt::format("a gap of {} words is too wide; at most {} are read", node.gaps[i], widest_gap),
            "make the two sides concepts and ask for them in a measure: a near/60 b, or both "
            "in section"));
    }
}

void check_node(Pattern const& node, Diagnostics& diagnostics) {
    using K = Pattern::Kind;
    if (node.kind == K::words || node.kind == K::exact) check_words(node, diagnostics);
    if (node.kind == K::alternatives && node.children.size() > most_branches)
        diagnostics.add(diagnose(Code::rule_too_large, node.span,
                                 fmt::format("{} alternatives are too many; at most {} are read",
                                             node.children.size(), most_branches),
                                 "split them into concepts and name these here"));
    check_gaps(node, diagnostics);
    for (auto const& child : node.children) check_node(child, diagnostics);
}

void check_pattern(Pattern const& pattern, Diagnostics& diagnostics) {
    if (can_be_empty(pattern))
        diagnostics.add(diagnose(Code::rule_empty_pattern, pattern.span,
                                 "every part of this pattern is optional, so that it matches nothing",
                                 "take '?' away from the part that must be there"));
    if (phrases(pattern) > most_phrases)
        diagnostics.add(diagnose(Code::rule_too_large, pattern.span,
                                 fmt::format("this pattern stands for more than {} phrases", most_phrases),
                                 "split it into concepts and join them in a measure with 'near'"));
    check_node(pattern, diagnostics);
}

void check_exclusion(Concept const& one, Diagnostics& diagnostics) {
    if (!always_excluded(one.pattern, *one.but_not)) return;
    auto diagnostic = diagnose(Code::rule_nothing_left, one.but_not->span,
                               fmt::format("'but not' takes away all that concept '{}' finds", one.name.text),
                               "exclude a longer phrase than the one that is looked for: \"access\" but not "
                               "\"access road\"");
    diagnostic.others.push_back({one.pattern.span, "this is never found"});
    diagnostics.add(std::move(diagnostic));
}

}  // namespace

void check_words(Pattern const& words, Diagnostics& diagnostics) {
    if (!holds_word(words.text)) {
        diagnostics.add(diagnose(Code::rule_empty_pattern, words.span, "this text holds no word",
                                 "write the words to look for, or remove it"));
        return;
    }
    for (std::size_t at = 0; (at = words.text.find('*', at)) != std::string::npos; ++at) {
        bool const ends_word = at + 1 == words.text.size() || words.text[at + 1] == ' ';
        bool const follows_word = at > 0 && words.text[at - 1] != ' ' && words.text[at - 1] != '*';
        if (ends_word && follows_word && words.kind == Pattern::Kind::words) continue;
        diagnostics.add(diagnose(Code::rule_wildcard, words.span,
                                 words.kind == Pattern::Kind::exact ? "'*' has no meaning in an exact text"
                                                                    : "'*' stands only at the end of a word",
                                 "write the beginning of a word and '*' in double quotes: \"cyber*\""));
        return;
    }
}

void check_patterns(Pack const& pack, Diagnostics& diagnostics) {
    for (auto const& file : pack.files)
        for (auto const& one : file.concepts) {
            check_pattern(one.pattern, diagnostics);
            if (!one.but_not) continue;
            check_pattern(*one.but_not, diagnostics);
            check_exclusion(one, diagnostics);
        }
}

}  // namespace lacuna::dsl
