// Concepts and quantities: their language, the names in their patterns.
#include <fmt/format.h>

#include <algorithm>

#include "dsl/checks/checks.hpp"

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
        }
    }
}

void check_quantities(Pack const& pack, Diagnostics& diagnostics) {
    for (auto const& file : pack.files)
        for (auto const& one : file.quantities) check_quantity(one, diagnostics);
}

}  // namespace lacuna::dsl
