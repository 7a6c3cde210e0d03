#include "dsl/checks/symbols.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/suggest.hpp"
#include "dsl/checks/wrong_names.hpp"
#include "dsl/keywords.hpp"

namespace lacuna::dsl {
namespace {

[[nodiscard]] bool is_value(Pattern::Kind kind) {
    using K = Pattern::Kind;
    return kind == K::number || kind == K::duration || kind == K::money || kind == K::date;
}

void collect_kinds(Pattern const& pattern, ValueName& value) {
    if (is_value(pattern.kind)) value.kinds.insert(pattern.kind);
    value.unsure = value.unsure || pattern.kind == Pattern::Kind::reference;
    for (auto const& child : pattern.children) collect_kinds(child, value);
}

template <class Map>
[[nodiscard]] std::vector<std::string> names_of(Map const& map) {
    std::vector<std::string> names;
    for (auto const& entry : map) names.emplace_back(entry.first);
    return names;
}

}  // namespace

Symbols::Symbols(Pack const& pack) {
    for (auto const& file : pack.files) {
        for (auto const& one : file.concepts) {
            concepts[one.name.text].push_back(&one);
            language_unsure = language_unsure || one.language.empty() || one.language == unread_language;
        }
        for (auto const& one : file.measures)
            if (!measures.emplace(one.name.text, &one).second) doubled.insert(one.name.text);
        for (auto const& one : file.kinds)
            if (!kinds.emplace(one.name.text, &one).second) doubled.insert(one.name.text);
        for (auto const& one : file.instruments) instruments.emplace(one.name.text, &one);
        for (auto const& one : file.lexicons) {
            languages.insert(one.text);
            language_unsure = language_unsure || !is_language(one.text);
        }
        for (auto const& one : file.quantities) quantities.emplace(one.kind, one.language);
        for (auto const& one : file.failed) failed.insert(one.text);
        for (auto const& one : file.nameless) nameless.insert(one);
    }
    language_unsure = language_unsure || nameless.contains("lexicon");
    for (auto const& file : pack.files)
        for (auto const& one : file.concepts) add_values(one, one.pattern);
}

// `duration term` without 'as' was meant to bind: the name is known, and one error is enough.
void Symbols::add_values(Concept const& of, Pattern const& pattern) {
    if (pattern.plain) return;
    auto const note = [&](Pattern const& node, std::string_view name) -> ValueName& {
        auto& value = values[name];
        value.concepts.insert(of.name.text);
        value.languages.insert(of.language);
        collect_kinds(node, value);
        return value;
    };
    if (!pattern.bind.empty()) (void)note(pattern, pattern.bind);
    for (std::size_t i = 0; i < pattern.children.size(); ++i) {
        auto const& child = pattern.children[i];
        if (i > 0 && pattern.kind == Pattern::Kind::sequence && lacks_as(pattern.children[i - 1], child) &&
            !concepts.contains(child.text))
            note(pattern.children[i - 1], child.text).unsure = true;
        add_values(of, child);
    }
}

bool lacks_as(Pattern const& value, Pattern const& name) {
    return is_value(value.kind) && value.bind.empty() && name.kind == Pattern::Kind::reference;
}

bool is_language(std::string_view code) {
    auto const lower = [](char c) { return c >= 'a' && c <= 'z'; };
    return (code.size() == 2 || code.size() == 3) && std::all_of(code.begin(), code.end(), lower);
}

Concept const* Symbols::find_concept(std::string_view name, std::string_view language) const {
    auto const found = concepts.find(name);
    if (found == concepts.end()) return nullptr;
    for (auto const* one : found->second)
        if (one->language == language) return one;
    return nullptr;
}

Measure const* Symbols::measure(std::string_view name) const {
    auto const found = measures.find(name);
    return found == measures.end() ? nullptr : found->second;
}

Kind const* Symbols::kind(std::string_view name) const {
    auto const found = kinds.find(name);
    return found == kinds.end() ? nullptr : found->second;
}

std::vector<std::string> Symbols::candidates_for(Wanted wanted) const {
    constexpr std::size_t most_compared = 1'000'000;
    if (compared_ > most_compared) return {};
    auto candidates = wanted == Wanted::kind      ? names_of(kinds)
                      : wanted == Wanted::measure ? names_of(measures)
                                                  : names_of(concepts);
    candidates.insert(candidates.end(), failed.begin(), failed.end());
    if (wanted == Wanted::test)
        for (auto& one : names_of(measures)) candidates.push_back(std::move(one));
    compared_ += candidates.size();
    return candidates;
}

void Symbols::unknown(std::string_view name, Span span, Wanted wanted, Diagnostics& diagnostics) const {
    if (is_failed(name)) return;
    bool const is_concept = concepts.contains(name), is_measure = measures.contains(name);
    bool const is_kind = kinds.contains(name);
    constexpr std::string_view wanted_words[] = {"a concept", "a measure", "a kind",
                                                 "a measure or a concept"};
    auto const asked = wanted_words[static_cast<std::size_t>(wanted)];
    if (is_concept || is_measure || is_kind) {
        auto const is = is_measure ? "a measure" : is_concept ? "a concept" : "a kind";
        diagnostics.add(diagnose(Code::rule_wrong_kind, span,
                                 fmt::format("'{}' is {}; here {} is needed", name, is, asked),
                                 help_for_wrong(name, wanted)));
        return;
    }
    constexpr std::string_view bare[] = {"concept", "measure", "kind", "measure or concept"};
    auto diagnostic =
        with_suggestion(Code::rule_unknown_name, span,
                        fmt::format("{} '{}' is not declared", bare[static_cast<std::size_t>(wanted)], name),
                        name, candidates_for(wanted), {});
    constexpr std::string_view keywords[] = {"concept", "measure", "kind", "measure"};
    // It may be the name that a declaration lost.
    if (diagnostic.help.empty() && nameless.contains(keywords[static_cast<std::size_t>(wanted)])) return;
    if (diagnostic.help.empty()) diagnostic.help = help_for_unknown(name, wanted);
    diagnostics.add(std::move(diagnostic));
}

// What to write where the name of a concept, a measure or a kind stands for another of them.
std::string Symbols::help_for_wrong(std::string_view name, Wanted wanted) const {
    if (wanted == Wanted::kind) return help_for_unknown(name, wanted);
    if (kinds.contains(name) && wanted != Wanted::concept_) {
        auto const of_kind = measures_of_kind(name, *this);
        return of_kind.empty()
                   ? fmt::format("declare a measure of this kind: measure its-name : {} \"…\"", name)
                   : fmt::format("the measures of this kind are {}", of_kind);
    }
    if (kinds.contains(name)) return "a kind is no words of a law: name a concept";
    if (wanted == Wanted::concept_)
        return fmt::format("write measure({}) to ask whether it was found in the set", name);
    return fmt::format("a measure says what a law does: declare one that needs '{}', and name that", name);
}

std::string Symbols::help_for_unknown(std::string_view name, Wanted wanted) const {
    if (wanted == Wanted::concept_) return fmt::format("declare it: concept {} {{ \"…\" }}", name);
    if (wanted == Wanted::measure) return "declare a measure of that name";
    if (wanted == Wanted::test) return "declare a measure or a concept of that name";
    if (kinds.empty()) return fmt::format("declare it: kind {} {{ elements … }}", name);
    auto known = names_of(kinds);
    std::sort(known.begin(), known.end());
    return fmt::format("the kinds are {}", fmt::join(known, ", "));
}

Diagnostic with_suggestion(Code code, Span span, std::string message, std::string_view name,
                           std::vector<std::string> const& candidates, std::string otherwise) {
    auto const near = suggest(name, candidates);
    auto diagnostic = diagnose(code, span, std::move(message),
                               near.empty() ? std::move(otherwise) : fmt::format("did you mean '{}'?", near));
    return diagnostic;
}

}  // namespace lacuna::dsl
