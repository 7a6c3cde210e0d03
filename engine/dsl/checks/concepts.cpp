// Concepts and quantities: their language, the names in their patterns.
#include <fmt/format.h>

#include <algorithm>

#include "dsl/checks/checks.hpp"
#include "dsl/checks/exclusions.hpp"

namespace lacuna::dsl {
namespace {

[[nodiscard]] bool is_language(std::string_view code) {
    auto const lower = [](char c) { return c >= 'a' && c <= 'z'; };
    auto const main = code.substr(0, code.find('-'));
    return (main.size() == 2 || main.size() == 3) && std::all_of(main.begin(), main.end(), lower);
}

void no_lexicon(Span span, std::string_view what, Diagnostics& diagnostics) {
    diagnostics.add(diagnose(Code::rule_no_lexicon, span, fmt::format("{} has no language", what),
                             "write 'lexicon en' (or another language) above it in this file"));
}

void check_references(Pattern const& node, Concept const& of, Symbols const& symbols,
                      Diagnostics& diagnostics) {
    if (node.kind == Pattern::Kind::reference && symbols.find_concept(node.text, of.language) == nullptr) {
        if (symbols.concepts.contains(node.text)) {
            auto diagnostic =
                diagnose(Code::rule_unknown_name, node.span,
                         fmt::format("concept '{}' is not said in the lexicon {}", node.text, of.language),
                         fmt::format("declare it there: concept {} {{ \"…\" }}", node.text));
            if (!symbols.is_failed(node.text) && !of.language.empty()) diagnostics.add(std::move(diagnostic));
        } else {
            symbols.unknown(node.text, node.span, Symbols::Wanted::concept_, diagnostics);
        }
    }
    for (auto const& child : node.children) check_references(child, of, symbols, diagnostics);
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

void check_quantity(Quantity const& quantity, Diagnostics& diagnostics) {
    if (quantity.language.empty()) no_lexicon(quantity.span, "this quantity", diagnostics);
    std::unordered_map<std::string_view, Span> seen;
    for (auto const& word : quantity.words) {
        auto const [first, fresh] = seen.emplace(word.words.value, word.words.span);
        if (!fresh) {
            auto diagnostic =
                diagnose(Code::rule_duplicate, word.words.span,
                         fmt::format("\"{}\" is declared twice", word.words.value), "keep one of the two");
            diagnostic.others.push_back({first->second, "first declared here"});
            diagnostics.add(std::move(diagnostic));
        }
        bool const duration = quantity.kind == Quantity::Kind::duration;
        if (word.factor <= 0)
            diagnostics.add(diagnose(Code::rule_bad_number, word.words.span,
                                     fmt::format("\"{}\" stands for nothing", word.words.value),
                                     "write a number above 0"));
        if (duration != (word.unit != Unit::none))
            diagnostics.add(diagnose(Code::rule_bad_number, word.words.span,
                                     duration ? "a duration needs a unit" : "money has no unit of time",
                                     duration ? "write one of year, month, week, day, hour after the number"
                                              : "write the number alone"));
    }
}

// Where '*' stands: before the ending, after the beginning, or nowhere.
[[nodiscard]] int star_of(std::string const& word) {
    auto const at = word.find('*');
    if (at == std::string::npos) return 0;
    if (word.size() < 2 || word.find('*', at + 1) != std::string::npos) return 2;
    return at == 0 ? -1 : at + 1 == word.size() ? 1 : 2;
}

void check_spelling(Spelling const& spelling, Diagnostics& diagnostics) {
    if (spelling.language.empty()) no_lexicon(spelling.span, "this spelling", diagnostics);
    std::unordered_map<std::string_view, Span> seen;
    for (auto const& [written, read_as] : spelling.words) {
        for (auto const* text : {&written, &read_as}) {
            auto const& value = text->value;
            bool const one_word = value.find_first_of(" -'") == std::string::npos && !value.empty();
            if (!one_word || star_of(value) == 2)
                diagnostics.add(diagnose(Code::rule_wildcard, text->span,
                                         "a spelling is one word, the beginning of one or its end",
                                         "write \"color*\" = \"colour*\" or \"*ize\" = \"*ise\""));
        }
        if (star_of(written.value) != star_of(read_as.value))
            diagnostics.add(diagnose(Code::rule_wildcard, read_as.span,
                                     "the two sides have '*' in different places",
                                     "write it on both sides, before the ending or after the beginning"));
        auto const [first, fresh] = seen.emplace(written.value, written.span);
        if (fresh) continue;
        auto diagnostic =
            diagnose(Code::rule_duplicate, written.span,
                     fmt::format("\"{}\" is declared twice", written.value), "keep one of the two");
        diagnostic.others.push_back({first->second, "first declared here"});
        diagnostics.add(std::move(diagnostic));
    }
}

}  // namespace

void check_concepts(Pack const& pack, Symbols const& symbols, Diagnostics& diagnostics) {
    for (auto const& file : pack.files) {
        for (auto const& one : file.lexicons)
            if (!is_language(one.text))
                diagnostics.add(diagnose(Code::rule_unknown_language, one.span,
                                         fmt::format("'{}' is not the code of a language", one.text),
                                         "write the code of two or three letters: en, es, fr, ar, ru, zh"));
        for (auto const& one : file.concepts) {
            if (one.language.empty())
                no_lexicon(one.name.span, fmt::format("concept '{}'", one.name.text), diagnostics);
            check_pattern(one.pattern, diagnostics);
            check_references(one.pattern, one, symbols, diagnostics);
            if (!one.but_not) continue;
            check_pattern(*one.but_not, diagnostics);
            check_references(*one.but_not, one, symbols, diagnostics);
            check_exclusion(one, diagnostics);
        }
    }
}

void check_quantities(Pack const& pack, Diagnostics& diagnostics) {
    for (auto const& file : pack.files)
        for (auto const& one : file.quantities) check_quantity(one, diagnostics);
    for (auto const& file : pack.files)
        for (auto const& one : file.spellings) check_spelling(one, diagnostics);
}

}  // namespace lacuna::dsl
