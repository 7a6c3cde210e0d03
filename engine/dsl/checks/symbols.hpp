// The names that a pack declares, each with its declarations, and how an unknown one is reported. Private to
// dsl/.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/diagnostic.hpp"
#include "dsl/ast.hpp"
#include "dsl/check.hpp"

namespace lacuna::dsl {

using ConceptIndex =
    std::unordered_map<std::string_view, std::vector<Concept const*>>;  // one for each language

// What a name after `as` stands for, in all the concepts that bind it.
struct ValueName {
    std::set<std::string_view> concepts;
    std::set<std::string_view> languages;
    std::set<Pattern::Kind> kinds;  // number, duration, money, date
    bool unsure = false;            // some concept binds a reference, or lacks 'as'
};

struct Symbols {
    explicit Symbols(Pack const& pack);

    ConceptIndex concepts;
    std::unordered_map<std::string_view, Measure const*> measures;
    std::unordered_map<std::string_view, Kind const*> kinds;
    std::unordered_map<std::string_view, Instrument const*> instruments;
    std::unordered_set<std::string_view> failed;   // declared, but could not be read
    std::unordered_set<std::string_view> doubled;  // measures and kinds that are declared twice
    std::set<std::string_view> nameless;           // words that open a declaration whose name was not read
    std::map<std::string_view, ValueName> values;  // names after `as`
    std::set<std::string, std::less<>> languages;  // that some lexicon speaks
    bool language_unsure = false;                  // a lexicon could not be read, or is missing
    std::set<std::pair<Quantity::Kind, std::string_view>> quantities;  // with the language that has units

    [[nodiscard]] Concept const* find_concept(std::string_view name, std::string_view language) const;
    [[nodiscard]] Measure const* measure(std::string_view name) const;
    [[nodiscard]] Kind const* kind(std::string_view name) const;
    [[nodiscard]] bool is_failed(std::string_view name) const { return failed.contains(name); }

    // "name is not declared", or "stands for something else", with the nearest name of the kind that was
    // asked for. Nothing when the name belongs to a declaration that could not be read.
    enum class Wanted : std::uint8_t { concept_, measure, kind, test };
    void unknown(std::string_view name, Span span, Wanted wanted, Diagnostics& diagnostics) const;

  private:
    [[nodiscard]] std::vector<std::string> candidates_for(Wanted wanted) const;
    [[nodiscard]] std::string help_for_unknown(std::string_view name, Wanted wanted) const;
    [[nodiscard]] std::string help_for_wrong(std::string_view name, Wanted wanted) const;
    void add_values(Concept const& of, Pattern const& pattern);
    mutable std::size_t compared_ = 0;  // names that were compared with unknown ones: bounds the time
};

// `duration term`: the 'as' between the two is missing.
[[nodiscard]] bool lacks_as(Pattern const& value, Pattern const& name);
// Calls `visit` with every condition of the measure, and with its clause: "element", "needs", "unless",
// "gate".
enum class Clause : std::uint8_t { element, needs, unless, gate };
template <class Visit>
void for_each_condition(Measure const& measure, Visit visit) {
    for (auto const& element : measure.elements) visit(element.condition, Clause::element);
    if (measure.needs) visit(*measure.needs, Clause::needs);
    for (auto const& one : measure.unless) visit(one, Clause::unless);
    if (measure.gate) visit(*measure.gate, Clause::gate);
}

// An error with the nearest of the candidates as help and fix; `otherwise` is the help when none is near.
[[nodiscard]] Diagnostic with_suggestion(Code code, Span span, std::string message, std::string_view name,
                                         std::vector<std::string> const& candidates, std::string otherwise);

}  // namespace lacuna::dsl
