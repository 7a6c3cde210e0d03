#include "dsl/checks/symbols.hpp"

#include <fmt/format.h>

#include "base/suggest.hpp"

namespace lacuna::dsl {
namespace {

void collect_values(Pattern const& pattern, std::unordered_set<std::string_view>& values) {
    if (!pattern.bind.empty()) values.insert(pattern.bind);
    for (auto const& child : pattern.children) collect_values(child, values);
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
            collect_values(one.pattern, values);
        }
        for (auto const& one : file.measures) measures.emplace(one.name.text, &one);
        for (auto const& one : file.kinds) kinds.emplace(one.name.text, &one);
        for (auto const& one : file.instruments) instruments.emplace(one.name.text, &one);
        for (auto const& one : file.lexicons) languages.insert(one.text);
        for (auto const& one : file.failed) failed.insert(one.text);
    }
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
        diagnostics.add(diagnose(
            Code::rule_wrong_kind, span, fmt::format("'{}' is {}; here {} is needed", name, is, asked),
            is_measure && wanted == Wanted::concept_
                ? fmt::format("write measure({}) to ask whether it was found in the set", name)
                : fmt::format("name {}", asked)));
        return;
    }
    diagnostics.add(with_suggestion(
        Code::rule_unknown_name, span, fmt::format("{} '{}' is not declared", asked.substr(2), name), name,
        candidates_for(wanted),
        wanted == Wanted::concept_ ? fmt::format("declare it: concept {} {{ \"…\" }}", name)
                                   : fmt::format("declare {} of that name", asked)));
}

Diagnostic with_suggestion(Code code, Span span, std::string message, std::string_view name,
                           std::vector<std::string> const& candidates, std::string otherwise) {
    auto const near = suggest(name, candidates);
    auto diagnostic = diagnose(code, span, std::move(message),
                               near.empty() ? std::move(otherwise) : fmt::format("did you mean '{}'?", near));
    return diagnostic;
}

}  // namespace lacuna::dsl
