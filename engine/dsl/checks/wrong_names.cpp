#include "dsl/checks/wrong_names.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "dsl/element_names.hpp"

namespace lacuna::dsl {
namespace {

using K = Condition::Kind;

[[nodiscard]] std::string_view written(K around) {
    switch (around) {
        case K::near:
            return "near";
        case K::before:
            return "before";
        case K::with:
            return "with";
        case K::heading_has:
            return "heading has";
        case K::at_least:
            return "of";
        case K::scoped:
            return "in";
        default:
            return "defines";
    }
}

[[nodiscard]] Element const* element_called(std::string_view name, Measure const* measure) {
    if (measure == nullptr) return nullptr;
    auto const at = std::find_if(measure->elements.begin(), measure->elements.end(),
                                 [&](Element const& one) { return one.name.text == name; });
    return at == measure->elements.end() ? nullptr : &*at;
}

void report_element(std::string_view name, Span span, Element const& named, NamePlace const& place,
                    Diagnostics& diagnostics) {
    auto const* const is = named.option ? "an option" : "an element";
    auto const wrong = [&](std::string help) {
        diagnostics.add(diagnose(Code::rule_wrong_kind, span,
                                 fmt::format("'{}' is {}; here a concept is needed", name, is),
                                 std::move(help)));
    };
    if (place.element == &named)
        return wrong(fmt::format("nothing is said of '{}' yet on its own line: name concepts", name));
    if (place.around == K::scoped)
        return wrong(
            "an element says itself where it is sought: take the place away here, or name a concept");
    if (place.around)
        return wrong(
            fmt::format("beside '{}' name the concepts that '{}' consists of; an element stands alone, "
                        "or beside 'and', 'or' and 'not'",
                        written(*place.around), name));
    if (place.element != nullptr && &named > place.element)
        return wrong(
            fmt::format("an element is named below its own line: put the line of '{}' above this one", name));
    diagnostics.add(diagnose(
        Code::rule_too_large, span,
        fmt::format("'{}' cannot be written out here: with what the elements name, the measure grows by more "
                    "than {} parts",
                    name, most_element_parts),
        "name fewer elements in each other, or give what they share a concept of its own"));
}

}  // namespace

std::string measures_of_kind(std::string_view kind, Symbols const& symbols) {
    constexpr std::size_t most = 5;
    std::vector<std::string_view> names;
    for (auto const& [name, measure] : symbols.measures)
        if (measure->kind.text == kind) names.push_back(name);
    std::sort(names.begin(), names.end());
    auto const more = names.size() > most ? fmt::format(" and {} more", names.size() - most) : "";
    if (names.size() > most) names.resize(most);
    return names.empty() ? std::string() : fmt::format("{}{}", fmt::join(names, ", "), more);
}

void report_no_concept(std::string_view name, Span span, NamePlace const& place, Symbols const& symbols,
                       Diagnostics& diagnostics) {
    auto const wrong = [&](std::string_view is, std::string help) {
        diagnostics.add(diagnose(Code::rule_wrong_kind, span,
                                 fmt::format("'{}' is {}; here a concept is needed", name, is),
                                 std::move(help)));
    };
    bool const is_measure = symbols.measures.contains(name);
    if (auto const value = symbols.values.find(name); value != symbols.values.end() && !is_measure) {
        bool const time = value->second.kinds.contains(Pattern::Kind::duration);
        return wrong("the name of a value",
                     fmt::format("compare it, {} >= 1{}, or name the concept", name, time ? " year" : ""));
    }
    if (is_measure && place.around && *place.around != K::at_least)
        return wrong("a measure",
                     fmt::format("ask for the measure outside: … and measure({}); beside '{}' name a concept",
                                 name, written(*place.around)));
    if (is_measure || symbols.is_failed(name))
        return symbols.unknown(name, span, Symbols::Wanted::concept_, diagnostics);
    if (auto const* named = element_called(name, place.measure))
        return report_element(name, span, *named, place, diagnostics);
    if (place.kind != nullptr)
        for (auto const& element : place.kind->elements)
            if (element.text == name)
                return wrong(
                    fmt::format("an element of the kind '{}'", place.kind->name.text),
                    "the gate of a kind is about every measure of it and names concepts; in a measure, "
                    "gate = … may name its elements");
    symbols.unknown(name, span, Symbols::Wanted::concept_, diagnostics);
}

void report_no_measure(Condition const& node, Symbols const& symbols, Diagnostics& diagnostics) {
    if (node.kind != K::measure || !symbols.concepts.contains(node.text) || symbols.is_failed(node.text))
        return symbols.unknown(node.text, node.span, Symbols::Wanted::measure, diagnostics);
    diagnostics.add(diagnose(Code::rule_wrong_kind, node.span,
                             fmt::format("'{}' is a concept; here a measure is needed", node.text),
                             fmt::format("write the concept alone: {}", node.text)));
}

}  // namespace lacuna::dsl
