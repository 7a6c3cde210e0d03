// The part of a condition that failed, in rule words: what an author or a reader has to look at.
#include <fmt/format.h>

#include "base/utf8.hpp"
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

[[nodiscard]] std::string quoted(Hit const& hit, View const& view) {
    constexpr std::size_t longest_quote = 40;
    std::vector<Evidence> pieces;
    view.append_evidence(hit, {}, {}, pieces);
    std::string text;
    for (auto const& piece : pieces)
        text += (text.empty() ? "" : " … ") +
                view.act().document->text.substr(piece.text_begin, piece.text_end - piece.text_begin);
    return "“" + std::string(utf8::truncate(text, longest_quote)) + "”";
}

// Of two things that occur in a passage and are not found together: the pair that comes nearest, and its
// fault.
[[nodiscard]] std::string why_apart(Hits const& a, Hits const& b, Nearness nearness, View const& view) {
    struct Pair {
        int fault = 3;  // 0: too far apart; 1: in the other order; 2: in other sentences
        std::uint32_t words = 0;
        Hit const *first = nullptr, *second = nullptr;
    } best;
    for (auto const& first : a)
        for (auto const& second : b) {
            if (first.begin == second.begin && first.end == second.end) continue;
            auto const words = words_between(first, second);
            bool const turned = nearness.ordered && second.begin < first.end;
            auto const fault = !view.same_sentence(first.begin, second.begin) ? 2 : turned ? 1 : 0;
            if (std::pair(fault, words) < std::pair(best.fault, best.words))
                best = {fault, words, &first, &second};
        }
    if (best.first == nullptr) return "the same words cannot be both";
    auto const both = fmt::format("{} and {}", quoted(*best.first, view), quoted(*best.second, view));
    if (best.fault == 2) return both + " stand in different sentences";
    if (best.fault == 1) return both + " stand in the other order";
    return fmt::format("{} have {} words between them", both, best.words);
}

}  // namespace

// What is nowhere in the scopes; else why what is there does not stand as it is asked.
std::string UnitReader::why_not_near(program::ConditionNode const& node, Scopes const& scopes) {
    std::vector<std::string> absent;
    Quiet const quiet(*this);
    for (auto row = node.child_begin; row < node.child_end; ++row) {
        auto const child = program_.condition_children[row];
        if (!search(child, scopes).found) absent.push_back(program_.at(child).text);
    }
    if (!absent.empty()) return fmt::format("no {}{}", fmt::join(absent, ", no "), scopes_text(scopes));
    auto& view = view_of(passage_);
    auto const nearness = nearness_of(node);
    auto hits = find_spans(program_, program_.condition_children[node.child_begin], view);
    for (auto row = node.child_begin + 1; row < node.child_end; ++row) {
        auto const others = find_spans(program_, program_.condition_children[row], view);
        if (hits.empty() || others.empty()) break;
        auto const joined = join(hits, others, nearness, view);
        if (joined.empty()) return fmt::format("{}: {}", node.text, why_apart(hits, others, nearness, view));
        hits = joined;
    }
    return fmt::format("{}: not in one passage", node.text);
}

// The value that was found and compares otherwise; else that none was found.
std::string UnitReader::why_not_value(program::ConditionId id, Scopes const& scopes) {
    auto const& node = program_.at(id);
    auto const sign = node.text.find_first_of("<>=");
    auto const limit = node.text.find_first_not_of("<>= ", sign);
    std::string found;
    for (auto const scope : scopes)
        visit_scope(scope, id, [&](Place const& place) {
            for (auto const& hit : bound_at(node, place)) {
                if (!found.empty()) break;
                auto const is = hit.value > node.number   ? "more than"
                                : hit.value < node.number ? "less than"
                                                          : "exactly";
                found = fmt::format("{} is {} {}", quoted(hit, *place.view), is, node.text.substr(limit));
            }
            return !found.empty();
        });
    if (!found.empty()) return fmt::format("not {}: {}", node.text, found);
    return fmt::format("no {}{} to compare: {}",
                       node.text.substr(0, node.text.find_last_not_of(' ', sign - 1) + 1),
                       scopes_text(scopes), node.text);
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
                if (!holds(measure, child(i), scopes)) return why_not(measure, child(i), scopes);
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
            return why_not_near(node, scopes);
        case Kind::measure:
            return fmt::format("{} was not found in the set",
                               program_.catalogue.at(MeasureId(node.value)).name);
        case Kind::name:
        case Kind::words:
        case Kind::exact:
            return fmt::format("no {}{}", node.text, scopes_text(scopes));
        case Kind::value:
            return why_not_value(id, scopes);
        default:
            return "not: " + node.text;
    }
}

}  // namespace lacuna::match
