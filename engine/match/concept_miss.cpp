#include "match/concept_miss.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace lacuna::match {
namespace {

using PatternKind = dsl::Pattern::Kind;

// A pattern as it is written.
[[nodiscard]] std::string written(dsl::Pattern const& node) {
    std::string text;
    switch (node.kind) {
        case PatternKind::words:
            text = "\"" + node.text + "\"";
            break;
        case PatternKind::exact:
            text = "'" + node.text + "'";
            break;
        case PatternKind::reference:
            text = node.text;
            break;
        case PatternKind::number:
            text = "number";
            break;
        case PatternKind::duration:
            text = "duration";
            break;
        case PatternKind::money:
            text = "money";
            break;
        case PatternKind::date:
            text = "date";
            break;
        case PatternKind::sequence:
        case PatternKind::alternatives:
            for (std::size_t i = 0; i < node.children.size(); ++i) {
                if (i > 0 && node.kind == PatternKind::alternatives) text += " | ";
                if (i > 0 && node.kind == PatternKind::sequence)
                    text += node.gaps[i - 1] > 0 ? fmt::format(" ..{} ", node.gaps[i - 1]) : " ";
                text += written(node.children[i]);
            }
            text = "(" + text + ")";
    }
    return node.optional ? text + "?" : text;
}

[[nodiscard]] std::string shown(dsl::Pattern const& node) {
    constexpr std::size_t longest = 70;
    return std::string(utf8::truncate(written(node), longest));
}

class Search {
  public:
    Search(BranchTrace const& trace, ActText const& act) : trace_(trace) {
        views_.reserve(act.text.passages.size());
        for (auto const& passage : act.text.passages) views_.emplace_back(act, act.segments_of(passage));
    }

    struct Miss {
        double present = 0;  // share of the pattern that occurs
        std::string text;
    };
    [[nodiscard]] Miss miss(dsl::Pattern const& node) {
        if (node.kind == PatternKind::alternatives) return alternatives(node);
        if (node.kind == PatternKind::sequence) return sequence(node);
        return {0, "no " + shown(node)};
    }
    [[nodiscard]] bool occurs(dsl::Pattern const& node) {
        return std::any_of(views_.begin(), views_.end(),
                           [&](View& view) { return trace_.occurs(view, node); });
    }

  private:
    [[nodiscard]] Miss alternatives(dsl::Pattern const& node) {
        Miss best{0, "none of " + shown(node)};
        for (auto const& child : node.children)
            if (auto one = miss(child); one.present > best.present) best = std::move(one);
        return best;
    }
    [[nodiscard]] Miss sequence(dsl::Pattern const& node) {
        Miss result;
        double parts = 0;
        for (auto const& child : node.children) {
            if (child.optional) continue;
            ++parts;
            if (occurs(child)) {
                ++result.present;
                continue;
            }
            auto const part = miss(child);
            result.present += part.present;
            result.text += (result.text.empty() ? "" : ", ") + part.text;
        }
        if (parts > 0) result.present /= parts;
        if (result.text.empty())
            return {1, shown(node) +
                           ": its parts occur, but farther apart, in another order or in other sentences"};
        result.text += " for " + shown(node);
        return result;
    }

    BranchTrace const& trace_;
    std::vector<View> views_;
};

}  // namespace

std::string why_no_concept(BranchTrace const& trace, dsl::Concept const& declared, ActText const& act) {
    Search search(trace, act);
    if (search.occurs(declared.pattern))
        return declared.but_not ? "'but not' takes it away: " + shown(*declared.but_not)
                                : "its parts occur, but not within one sentence";
    return search.miss(declared.pattern).text;
}

}  // namespace lacuna::match
