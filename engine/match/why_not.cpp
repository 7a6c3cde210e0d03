// The part of a condition that failed, in rule words: what an author or a reader has to look at.
#include <fmt/format.h>

#include "match/unit_reader.hpp"

namespace lacuna::match {
namespace {

using Kind = dsl::Condition::Kind;
constexpr std::size_t longest = 200;  // bytes of a reason; longer ones name the first parts only

[[nodiscard]] std::string scopes_text(UnitReader::Scopes const& scopes) {
    std::string text;
    for (auto const scope : scopes) {
        if (!text.empty()) text += " or";
        text += scope == dsl::Scope::reference ? " by reference" : fmt::format(" in {}", to_string(scope));
    }
    return text;
}

}  // namespace

std::string UnitReader::why_not_near(program::ConditionNode const& node) {
    auto& view = view_of(passage_);
    std::vector<std::string> absent;
    for (auto row = node.child_begin; row < node.child_end; ++row) {
        auto const child = program_.condition_children[row];
        if (find_spans(program_, child, view).empty()) absent.push_back(program_.at(child).text);
    }
    if (!absent.empty()) return fmt::format("no {}", fmt::join(absent, ", no "));
    if (node.kind == Kind::with) return fmt::format("{}: not in one sentence", node.text);
    return fmt::format("{}: farther apart, or in another order or sentence", node.text);
}

std::string UnitReader::why_not(MeasureId measure, program::ConditionId id, Scopes const& scopes) {
    auto const& node = program_.at(id);
    if (node.is_element) return why_not(measure, program_.at(measure).elements[node.value], scopes);
    auto const child = [&](std::uint32_t i) { return program_.condition_children[node.child_begin + i]; };
    auto const children = node.child_end - node.child_begin;
    switch (node.kind) {
        case Kind::scoped:
            if (node.part_headed.valid()) return "no " + node.text;
            return why_not(measure, child(0), node.scopes);
        case Kind::all:
            for (std::uint32_t i = 0; i < children; ++i)
                if (!judge(measure, child(i), scopes).found) return why_not(measure, child(i), scopes);
            return {};
        case Kind::any: {
            if (node.spans) return fmt::format("no {}{}", node.text, scopes_text(scopes));
            std::string text;
            for (std::uint32_t i = 0; i < children; ++i) {
                auto const part = why_not(measure, child(i), scopes);
                if (text.size() + part.size() > longest) return text + "; …";
                text += (text.empty() ? "" : "; ") + part;
            }
            return text;
        }
        case Kind::negation:
            return fmt::format("{} is there", program_.at(child(0)).text);
        case Kind::near:
        case Kind::before:
        case Kind::with:
            return why_not_near(node) + scopes_text(scopes);
        case Kind::measure:
            return fmt::format("{} was not found in the set",
                               program_.catalogue.at(MeasureId(node.value)).name);
        case Kind::name:
        case Kind::words:
        case Kind::exact:
            return fmt::format("no {}{}", node.text, scopes_text(scopes));
        default:
            return "not: " + node.text;
    }
}

}  // namespace lacuna::match
