#include "dsl/lint_exclusions.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace lacuna::dsl {
namespace {

// The words that a pattern may find; `known` is false where it may find any: values, and words in a gap.
struct Vocabulary {
    std::vector<std::string> words;
    bool known = true;
};

void add_words_of(std::string_view text, std::vector<std::string>& words) {
    std::string word;
    auto const close = [&] {
        if (!word.empty()) words.push_back(std::move(word));
        word.clear();
    };
    for (char const c : text) {
        bool const letter =
            (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<signed char>(c) < 0;
        bool const capital = c >= 'A' && c <= 'Z';
        if (letter || capital)
            word += capital ? static_cast<char>(c - 'A' + 'a') : c;
        else
            close();
    }
    close();
}

void collect_vocabulary(Pattern const& node, std::string_view language, Symbols const& symbols, int depth,
                        Vocabulary& into) {
    using K = Pattern::Kind;
    constexpr int deepest = 20;
    bool const gap = std::any_of(node.gaps.begin(), node.gaps.end(), [](auto gap) { return gap > 0; });
    bool const value =
        node.kind == K::number || node.kind == K::duration || node.kind == K::money || node.kind == K::date;
    if (gap || value || depth > deepest) into.known = false;
    if (!into.known) return;
    if (node.kind == K::words || node.kind == K::exact) add_words_of(node.text, into.words);
    if (node.kind == K::reference) {
        auto const* const named = symbols.find_concept(node.text, language);
        if (named == nullptr)
            into.known = false;
        else
            collect_vocabulary(named->pattern, language, symbols, depth + 1, into);
    }
    for (auto const& child : node.children) collect_vocabulary(child, language, symbols, depth + 1, into);
}

// May the two be forms of one word? In doubt yes: they need only begin alike.
[[nodiscard]] bool may_be_one(std::string_view a, std::string_view b) {
    constexpr std::size_t compared = 3;
    auto const size = std::min({a.size(), b.size(), compared});
    for (std::size_t i = 0; i < size; ++i) {
        if (static_cast<signed char>(a[i]) < 0 || static_cast<signed char>(b[i]) < 0) return true;  // accents
        if (a[i] != b[i]) return false;
    }
    return true;
}

[[nodiscard]] bool share_a_word(Vocabulary const& a, Vocabulary const& b) {
    return std::any_of(a.words.begin(), a.words.end(), [&](std::string const& one) {
        return std::any_of(b.words.begin(), b.words.end(),
                           [&](std::string const& other) { return may_be_one(one, other); });
    });
}

}  // namespace

void lint_exclusions(Concept const& one, Symbols const& symbols, Diagnostics& found) {
    if (!one.but_not) return;
    Vocabulary sought;
    collect_vocabulary(one.pattern, one.language, symbols, 0, sought);
    if (!sought.known) return;
    bool const several = one.but_not->kind == Pattern::Kind::alternatives && !one.but_not->optional;
    auto const branches = several ? one.but_not->children.size() : std::size_t{1};
    for (std::size_t row = 0; row < branches; ++row) {
        auto const& branch = several ? one.but_not->children[row] : *one.but_not;
        Vocabulary excluded;
        collect_vocabulary(branch, one.language, symbols, 0, excluded);
        if (!excluded.known || share_a_word(sought, excluded)) continue;
        auto diagnostic =
            diagnose(Code::lint_idle_exclusion, branch.span,
                     "this excludes nothing: it has no word of what is looked for",
                     "'but not' holds to the end of the concept: what is looked for stands before it");
        diagnostic.others.push_back({one.pattern.span, "this is looked for"});
        found.add(std::move(diagnostic));
    }
}

}  // namespace lacuna::dsl
