#include "dsl/lint_hidden_names.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace lacuna::dsl {
namespace {

// An element that is named elsewhere was written out there: its condition, with the place where it is said.
[[nodiscard]] bool holds_copy(Condition const& node, Condition const& of) {
    return (node.kind == of.kind && node.span == of.span) ||
           std::any_of(node.children.begin(), node.children.end(),
                       [&](Condition const& child) { return holds_copy(child, of); });
}

// Where the name of the element was written and means the element.
[[nodiscard]] std::vector<std::string> named_in(Measure const& measure, Element const& element) {
    std::vector<std::string> places;
    for (auto const& other : measure.elements)
        if (&other != &element && holds_copy(other.condition, element.condition))
            places.push_back(fmt::format("'{}'", other.name.text));
    if (std::any_of(measure.unless.begin(), measure.unless.end(),
                    [&](Condition const& one) { return holds_copy(one, element.condition); }))
        places.emplace_back("'unless'");
    if (measure.gate && holds_copy(*measure.gate, element.condition)) places.emplace_back("'gate'");
    return places;
}

}  // namespace

void lint_hidden_names(Measure const& measure, Symbols const& symbols, Diagnostics& found) {
    for (auto const& element : measure.elements) {
        auto const& name = element.name.text;
        if (!symbols.concepts.contains(name)) continue;
        // That is the concept itself: the two mean the same.
        if (element.condition.kind == Condition::Kind::name && element.condition.text == name) continue;
        auto const places = named_in(measure, element);
        if (places.empty()) continue;
        found.add(
            diagnose(Code::lint_hidden_concept, element.name.span,
                     fmt::format("'{}' is {} of this measure and a concept: in {} it means the {}", name,
                                 element.option ? "an option" : "an element", fmt::join(places, ", "),
                                 element.option ? "option" : "element"),
                     "give the concept or the element another name, or allow it where the element is meant"));
    }
}

}  // namespace lacuna::dsl
