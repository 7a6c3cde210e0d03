#include "dsl/checks/contradictions.hpp"

#include <algorithm>

namespace lacuna::dsl {
namespace {

using Parts = std::vector<Condition const*>;

// What a list joins; lists of the same kind in parentheses are one with it. Any other condition is one part.
void collect_parts(Condition const& node, Condition::Kind list, Parts& into) {
    if (node.kind != list) return into.push_back(&node);
    for (auto const& child : node.children) collect_parts(child, list, into);
}
[[nodiscard]] Parts parts(Condition const& node, Condition::Kind list) {
    Parts all;
    collect_parts(node, list, all);
    return all;
}

[[nodiscard]] Condition const* twin_of(Condition const& node, Parts const& among) {
    auto const twin = std::find_if(among.begin(), among.end(), [&](Condition const* other) {
        return other != &node && same_condition(*other, node);
    });
    return twin == among.end() ? nullptr : *twin;
}

void add_contradiction(Span span, std::string message, Condition const& other, std::string there,
                       std::string help, Diagnostics& diagnostics) {
    auto diagnostic = diagnose(Code::rule_contradiction, span, std::move(message), std::move(help));
    diagnostic.others.push_back({other.span, std::move(there)});
    diagnostics.add(std::move(diagnostic));
}

void check_opposites(Condition const& node, Diagnostics& diagnostics) {
    bool const all = node.kind == Condition::Kind::all;
    auto const joined = parts(node, node.kind);
    for (auto const* part : joined) {
        if (part->kind != Condition::Kind::negation) continue;
        auto const* const twin = twin_of(part->children.front(), joined);
        if (twin == nullptr) continue;
        add_contradiction(part->span,
                          all ? "this is ruled out and asked for at once, so that it never holds"
                              : "one of the two always holds, so that nothing is asked",
                          *twin, all ? "asked for here" : "the other stands here",
                          "take one of the two away, or say of each with 'in' where it is looked for",
                          diagnostics);
    }
}

void check_counted_twice(Condition const& node, Diagnostics& diagnostics) {
    Parts seen;
    for (auto const& child : node.children) {
        if (auto const* const twin = twin_of(child, seen))
            add_contradiction(child.span, "this condition is counted twice", *twin, "it stands here already",
                              "name each condition once: 2 of (a, b, c)", diagnostics);
        seen.push_back(&child);
    }
}

// What stands beside `near`, `before` or `with` must be there too.
void collect_sides(Condition const& node, Parts& into) {
    using K = Condition::Kind;
    if (node.kind != K::near && node.kind != K::before && node.kind != K::with) return;
    for (auto const& child : node.children) {
        into.push_back(&child);
        collect_sides(child, into);
    }
}

// The conditions of the elements that `needs` cannot do without.
void collect_needed(Measure const& measure, Parts& into) {
    if (!measure.needs) return;
    for (auto const* name : parts(*measure.needs, Condition::Kind::all))
        for (auto const& element : measure.elements)
            if (name->kind == Condition::Kind::name && element.name.text == name->text)
                collect_parts(element.condition, Condition::Kind::all, into);
}

// Tells of each part of an 'unless' that is asked for; true when there is one.
bool rule_out(Condition const& unless, Parts const& asked, Diagnostics& diagnostics) {
    bool any = false;
    for (auto const* const part : parts(unless, Condition::Kind::any)) {
        auto const* const twin = twin_of(*part, asked);
        if (twin == nullptr) continue;
        any = true;
        add_contradiction(
            part->span, "'unless' rules out what the measure cannot do without", *twin, "asked for here",
            "take one of the two away, or say of each with 'in' where it is looked for", diagnostics);
    }
    return any;
}

}  // namespace

bool same_condition(Condition const& a, Condition const& b) {
    return a.kind == b.kind && a.text == b.text && a.scopes == b.scopes &&
           a.part_headed.text == b.part_headed.text && a.count == b.count && a.compare == b.compare &&
           a.number == b.number &&
           std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(),
                      same_condition);
}

void check_absurd(Condition const& node, Diagnostics& diagnostics) {
    if (node.kind == Condition::Kind::all || node.kind == Condition::Kind::any)
        check_opposites(node, diagnostics);
    if (node.kind == Condition::Kind::at_least) check_counted_twice(node, diagnostics);
    for (auto const& child : node.children) check_absurd(child, diagnostics);
}

void check_ruled_out(Measure const& measure, Kind const* kind, Diagnostics& diagnostics) {
    Parts needed, sides;
    collect_needed(measure, needed);
    for (auto const* part : needed) collect_sides(*part, sides);
    auto asked = needed;
    if (measure.gate) collect_parts(*measure.gate, Condition::Kind::all, asked);
    if (!measure.gate && kind != nullptr && kind->gate)
        collect_parts(*kind->gate, Condition::Kind::all, asked);
    // What stands beside `near` is told where nothing else of the clause is ruled out: one mistake, one
    // error.
    for (auto const& unless : measure.unless)
        if (!rule_out(unless, asked, diagnostics)) (void)rule_out(unless, sides, diagnostics);
}

}  // namespace lacuna::dsl
