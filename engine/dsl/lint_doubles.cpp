#include "dsl/lint_doubles.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dsl/checks/contradictions.hpp"
#include "dsl/checks/exclusions.hpp"
#include "dsl/checks/symbols.hpp"

namespace lacuna::dsl {
namespace {

// Takes a part of a list away with the sign that joins it to its neighbour.
template <class Nodes, class SpanOf>
[[nodiscard]] Fix taking_away(Nodes const& nodes, std::size_t row, SpanOf span_of) {
    auto const here = span_of(nodes[row]);
    if (row > 0) return {{here.source, span_of(nodes[row - 1]).end, here.end}, ""};
    return {{here.source, here.begin, span_of(nodes[row + 1]).begin}, ""};
}

[[nodiscard]] Span pattern_span(Pattern const& node) {
    return node.span;
}

[[nodiscard]] std::string shown(Pattern const& node) {
    switch (node.kind) {
        case Pattern::Kind::words:
            return fmt::format("\"{}\"", node.text);
        case Pattern::Kind::exact:
            return fmt::format("'{}'", node.text);
        case Pattern::Kind::reference:
            return node.text;
        default:
            return "this";
    }
}

void add_double(Pattern const& node, std::size_t row, std::size_t first, Diagnostics& found) {
    auto const& child = node.children[row];
    auto diagnostic =
        diagnose(Code::lint_duplicate_phrase, child.span,
                 fmt::format("{} stands twice in these alternatives", shown(child)), "remove one of the two");
    diagnostic.others.push_back({node.children[first].span, "it stands here already"});
    diagnostic.fix = taking_away(node.children, row, pattern_span);
    found.add(std::move(diagnostic));
}

void add_covered(Pattern const& node, std::size_t row, std::size_t by, Diagnostics& found) {
    auto const& child = node.children[row];
    auto diagnostic = diagnose(
        Code::lint_covered_phrase, child.span,
        fmt::format("{} finds all that {} finds", shown(node.children[by]), shown(child)), "remove it");
    diagnostic.others.push_back({node.children[by].span, "found by this"});
    diagnostic.fix = taking_away(node.children, row, pattern_span);
    found.add(std::move(diagnostic));
}

void alternatives(Pattern const& node, Diagnostics& found) {
    auto const& children = node.children;
    constexpr std::size_t most_compared = 300;  // each with each
    if (node.kind == Pattern::Kind::alternatives && children.size() <= most_compared)
        for (std::size_t row = 0; row < children.size(); ++row) {
            auto const like = [&](Pattern const& other) { return same_pattern(other, children[row]); };
            auto const twin = std::find_if(children.begin(), children.begin() + static_cast<long>(row), like);
            if (twin != children.begin() + static_cast<long>(row)) {
                add_double(node, row, static_cast<std::size_t>(twin - children.begin()), found);
                continue;
            }
            auto const wider = std::find_if(children.begin(), children.end(), [&](Pattern const& other) {
                return &other != &children[row] && !same_pattern(other, children[row]) &&
                       covers(other, children[row]);
            });
            if (wider != children.end())
                add_covered(node, row, static_cast<std::size_t>(wider - children.begin()), found);
        }
    for (auto const& child : children) alternatives(child, found);
}

// Only what the author can take away by itself: one of the alternatives at the top.
void excluded(Concept const& one, Diagnostics& found) {
    auto const& children = one.pattern.children;
    if (!one.but_not || one.pattern.kind != Pattern::Kind::alternatives) return;
    for (std::size_t row = 0; row < children.size(); ++row) {
        if (!always_excluded(children[row], *one.but_not)) continue;
        auto diagnostic = diagnose(Code::lint_excluded_branch, children[row].span,
                                   fmt::format("'but not' always takes {} away", shown(children[row])),
                                   "remove it, or exclude a longer phrase");
        diagnostic.others.push_back({one.but_not->span, "by this"});  // no fix: which of the two is wrong?
        found.add(std::move(diagnostic));
    }
}

void conditions(Condition const& node, Diagnostics& found) {
    using K = Condition::Kind;
    auto const& children = node.children;
    if (node.kind == K::any || node.kind == K::all)
        for (std::size_t row = 1; row < children.size(); ++row) {
            auto const twin =
                std::find_if(children.begin(), children.begin() + static_cast<long>(row),
                             [&](Condition const& other) { return same_condition(other, children[row]); });
            if (twin == children.begin() + static_cast<long>(row)) continue;
            auto diagnostic = diagnose(Code::lint_duplicate_phrase, children[row].span,
                                       "this condition stands here twice", "remove one of the two");
            diagnostic.others.push_back({twin->span, "it stands here already"});
            diagnostic.fix = taking_away(children, row, [](Condition const& one) { return one.span; });
            found.add(std::move(diagnostic));
        }
    for (auto const& child : children) conditions(child, found);
}

void names(std::vector<Name> const& list, Diagnostics& found) {
    for (std::size_t row = 1; row < list.size(); ++row) {
        auto const first = std::find_if(list.begin(), list.end(),
                                        [&](Name const& one) { return one.text == list[row].text; });
        if (first == list.begin() + static_cast<long>(row)) continue;
        auto diagnostic =
            diagnose(Code::lint_duplicate_name, list[row].span,
                     fmt::format("'{}' stands twice in this list", list[row].text), "remove one of the two");
        diagnostic.others.push_back({first->span, "it stands here already"});
        // A list may go on after another: `with a without b with a`.
        bool const beside = list[row - 1].span.end < list[row].span.begin &&
                            list[row].span.begin - list[row - 1].span.end <= 2;
        if (beside) diagnostic.fix = taking_away(list, row, [](Name const& one) { return one.span; });
        found.add(std::move(diagnostic));
    }
}

[[nodiscard]] bool same_names(std::vector<Name> const& a, std::vector<Name> const& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](Name const& one, Name const& other) { return one.text == other.text; });
}

}  // namespace

void lint_doubles(Concept const& one, Diagnostics& found) {
    alternatives(one.pattern, found);
    if (one.but_not) alternatives(*one.but_not, found);
    excluded(one, found);
}

void lint_doubles(Measure const& one, Diagnostics& found) {
    for_each_condition(one, [&](Condition const& node, Clause) { conditions(node, found); });
}

void lint_doubles(Obligation const& one, Diagnostics& found) {
    for (auto const* list : {&one.with, &one.allows, &one.protects, &one.asks}) names(*list, found);
}

void lint_doubles(Test const& one, Diagnostics& found) {
    auto const& all = one.examples;
    for (std::size_t row = 0; row < all.size(); ++row) {
        names(all[row].with, found);
        names(all[row].without, found);
        auto const first = std::find_if(
            all.begin(), all.begin() + static_cast<long>(row),
            [&](auto const& o) { return o.text.value == all[row].text.value && o.kind == all[row].kind; });
        if (first == all.begin() + static_cast<long>(row)) continue;
        auto diagnostic = diagnose(Code::lint_duplicate_example, all[row].text.span,
                                   "this example stands twice in the test", "remove one of the two");
        diagnostic.others.push_back({first->text.span, "it stands here already"});
        if (same_names(first->with, all[row].with) && same_names(first->without, all[row].without))
            diagnostic.fix = taking_away(all, row, [](Example const& o) { return o.span; });
        found.add(std::move(diagnostic));
    }
}

}  // namespace lacuna::dsl
