#include "dsl/checks/exclusions.hpp"

#include <algorithm>

namespace lacuna::dsl {
namespace {

using PatternKind = Pattern::Kind;

[[nodiscard]] bool is_text(Pattern const& node) {
    return node.kind == PatternKind::words || node.kind == PatternKind::exact;
}

[[nodiscard]] char lower_letter(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// The words of a quoted text, hyphens and apostrophes as blanks.
[[nodiscard]] std::vector<std::string> split_words(std::string const& text) {
    std::vector<std::string> words(1);
    for (char const c : text) {
        if (c != ' ' && c != '-' && c != '\'')
            words.back() += lower_letter(c);
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

// A text that must be spelt so is found by its stems too; not the other way round.
[[nodiscard]] bool holds_words(Pattern const& text, Pattern const& part) {
    if (part.kind == PatternKind::exact && text.kind != PatternKind::exact) return false;
    auto const all = split_words(text.text), some = split_words(part.text);
    return !some.empty() && std::search(all.begin(), all.end(), some.begin(), some.end()) != all.end();
}

[[nodiscard]] bool is_one_of(Pattern const& branch, Pattern const& exclusion) {
    if (exclusion.kind == PatternKind::alternatives)
        return std::any_of(exclusion.children.begin(), exclusion.children.end(),
                           [&](Pattern const& child) { return is_one_of(branch, child); });
    if (same_pattern(branch, exclusion)) return true;
    return is_text(branch) && is_text(exclusion) && holds_words(branch, exclusion);
}

}  // namespace

bool same_pattern(Pattern const& a, Pattern const& b) {
    return a.kind == b.kind && a.text == b.text && a.gaps == b.gaps && a.optional == b.optional &&
           a.bind == b.bind &&
           std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(),
                      same_pattern);
}

bool always_excluded(Pattern const& branch, Pattern const& exclusion) {
    if (is_one_of(branch, exclusion)) return true;
    auto const& children = branch.children;
    auto const child_is = [&](Pattern const& child) { return always_excluded(child, exclusion); };
    if (branch.kind == PatternKind::alternatives)
        return !children.empty() && std::all_of(children.begin(), children.end(), child_is);
    return branch.kind == PatternKind::sequence &&
           std::any_of(children.begin(), children.end(),
                       [&](auto const& child) { return !child.optional && child_is(child); });
}

bool covers(Pattern const& wide, Pattern const& narrow) {
    if (wide.kind != PatternKind::words || !wide.text.ends_with('*') || !is_text(narrow)) return false;
    auto const words = split_words(wide.text), others = split_words(narrow.text);
    bool const prefix = narrow.text.ends_with('*');
    if (words.size() != 1 || others.size() != 1 || (narrow.kind == PatternKind::words && !prefix))
        return false;
    auto const begin = words[0].substr(0, words[0].size() - 1);
    auto const other = prefix ? others[0].substr(0, others[0].size() - 1) : others[0];
    return other.starts_with(begin);
}

}  // namespace lacuna::dsl
