#include "akn/scrambled.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

namespace lacuna::akn {
namespace {

constexpr std::size_t fewest = 20;            // torn words in an act: fewer are slips of a converter
constexpr std::size_t words_for_each = 2000;  // and at least one in so many words

struct BrokenWord {
    std::string_view head, tail;  // before the hyphen, and after the blank
    std::uint32_t begin = 0, end = 0;
};

// Letters of any script, as bytes; quotes, dashes and blanks of typesetters are none.
[[nodiscard]] bool is_letter(std::string_view text, std::size_t at) {
    auto const c = static_cast<unsigned char>(text[at]);
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    auto first = at;  // of the character
    while (first > 0 && (static_cast<unsigned char>(text[first]) & 0xC0) == 0x80) --first;
    auto const lead = static_cast<unsigned char>(text[first]);
    auto const next = first + 1 < text.size() ? static_cast<unsigned char>(text[first + 1]) : 0;
    return !(lead == 0xC2) && !(lead == 0xE2 && next <= 0x81) && !(lead == 0xE3 && next == 0x80);
}

[[nodiscard]] std::string_view word_before(std::string_view text, std::size_t end) {
    auto begin = end;
    while (begin > 0 && is_letter(text, begin - 1)) --begin;
    return text.substr(begin, end - begin);
}
[[nodiscard]] std::string_view word_after(std::string_view text, std::size_t begin) {
    auto end = begin;
    while (end < text.size() && is_letter(text, end)) ++end;
    return text.substr(begin, end - begin);
}

[[nodiscard]] std::string lowered(std::string_view word) {
    std::string lower(word);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

// "pre- liminary": a hyphen behind a letter, a blank, a letter.
[[nodiscard]] std::vector<BrokenWord> broken_words(std::string_view text) {
    std::vector<BrokenWord> found;
    for (auto at = text.find("- "); at != std::string_view::npos; at = text.find("- ", at + 1)) {
        auto const head = word_before(text, at), tail = word_after(text, at + 2);
        if (head.empty() || tail.empty()) continue;
        found.push_back({head, tail, static_cast<std::uint32_t>(at - head.size()),
                         static_cast<std::uint32_t>(at + 2 + tail.size())});
    }
    return found;
}

using Counts = std::unordered_map<std::string, std::size_t>;

[[nodiscard]] Counts count_words(std::string_view text, std::size_t& all) {
    Counts counts;
    for (std::size_t at = 0; at < text.size();) {
        auto const word = word_after(text, at);
        if (!word.empty()) {
            ++counts[lowered(word)];
            ++all;
        }
        at += std::max<std::size_t>(word.size(), 1);
    }
    return counts;
}

// Those whose parts do not belong together. What follows often after a hyphen ("pre- and post-") joins words.
[[nodiscard]] std::vector<BrokenWord> torn_words(std::vector<BrokenWord> const& broken, Counts const& words) {
    Counts heads, tails;
    std::vector<BrokenWord const*> strange;
    for (auto const& one : broken) {
        if (words.contains(lowered(one.head) + lowered(one.tail))) continue;
        ++heads[lowered(one.head)];
        ++tails[lowered(one.tail)];
        strange.push_back(&one);
    }
    auto const often = std::max<std::size_t>(2, strange.size() / 20);
    std::vector<BrokenWord> torn;
    for (auto const* const one : strange) {
        auto const head = lowered(one->head);
        bool const is_word = words.at(head) > heads[head];
        if (!is_word && tails[lowered(one->tail)] <= often) torn.push_back(*one);
    }
    return torn;
}

}  // namespace

void mark_scrambled_text(Document& document, Source const& source, Diagnostics& diagnostics) {
    auto const broken = broken_words(document.text);
    if (broken.size() < fewest) return;
    std::size_t all = 0;
    auto const words = count_words(document.text, all);
    auto const torn = torn_words(broken, words);
    if (torn.size() < fewest || torn.size() * words_for_each < all) return;
    document.meta.scrambled = true;
    auto const& first = torn.front();
    diagnostics.add(diagnose(
        Code::akn_scrambled, source_span(document, source, first.begin, first.end),
        fmt::format(
            "the text looks as if it was read across the columns of a page: {} broken words go on with "
            "words that do not belong to them",
            torn.size()),
        "verdicts on this act are not to be trusted: convert it anew, column by column"));
}

}  // namespace lacuna::akn
