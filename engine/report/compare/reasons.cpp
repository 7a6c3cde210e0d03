#include "report/compare/reasons.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "report/phrases.hpp"

namespace lacuna::report {
namespace {

[[nodiscard]] bool holds(std::vector<std::string> const& names, std::string const& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// "section 318B of Penal Code".
[[nodiscard]] std::string unit_in_act(ProvisionRow const& row) {
    auto const& place = row.unit_citation.empty() ? place_of(row) : row.unit_citation;
    return row.act.empty() ? place : fmt::format("{} of {}", place, row.act);
}

[[nodiscard]] std::string or_none(std::string const& text) {
    return text.empty() ? "none" : text;
}

// The reasons of one obligation. The two runs are asked the same questions with the sides changed over, so
// that A against B says the mirror of B against A.
class Reasons {
  public:
    Reasons(Sides const& sides, ChangeRow const& row) : sides_(sides), row_(row) {}

    [[nodiscard]] std::vector<Reason> run() {
        if (row_.before == nullptr || row_.after == nullptr) {
            only_one();
            return std::move(out_);
        }
        auto const& before = *row_.before;
        auto const& after = *row_.after;
        decisions(before, after);
        computed(before, after);
        reservation(before, after);
        provisions(after, sides_.known_b, before, sides_.known_a, sides_.a, true);
        provisions(before, sides_.known_a, after, sides_.known_b, sides_.b, false);
        elements(before, after);
        members(before, after);
        texts(before, after);
        if (before.rule != after.rule)
            add("rule-changed", "the rule of this obligation is written differently in the two runs");
        read_differently(before, after);
        if (out_.empty()) rest();
        return std::move(out_);
    }

  private:
    void add(std::string kind, std::string text) {
        bool const again =
            std::any_of(out_.begin(), out_.end(), [&](Reason const& one) { return one.text == text; });
        if (!again) out_.push_back({std::move(kind), std::move(text)});
    }

    void only_one() {
        auto const other = row_.before == nullptr ? "the first" : "the second";
        if (sides_.a.rules == sides_.b.rules)
            add("not-asked", fmt::format("{} run was not asked about it: the rules are the same", other));
        else
            add("rules-changed",
                fmt::format("the rules of {} run do not have it, or it was not asked", other));
    }

    // Provisions that answer on this side only, and what the other side knows of them.
    void provisions(ObligationRow const& here, Known const& known, ObligationRow const& there,
                    Known const& other, Report const& other_report, bool came) {
        std::set<Place> seen;
        for (auto const* row : only_here(here, known, there, other)) {
            auto const place = known.place_of(*row);
            bool const unit_answers = std::any_of(
                there.provisions.begin(), there.provisions.end(),
                [&](ProvisionRow const& one) { return answers(one) && other.place_of(one) == place; });
            if (unit_answers || !seen.insert(place).second) continue;
            auto text =
                fmt::format("{} {}", unit_in_act(*row),
                            came ? "answers in the second run only" : "answers in the first run only");
            text += ": " + fate(*row, place, there, other, other_report);
            add(came ? "provision-came" : "provision-went", std::move(text));
        }
    }

    // What the other run has in the place of a provision.
    [[nodiscard]] std::string fate(ProvisionRow const& row, Place const& place, ObligationRow const& there,
                                   Known const& other, Report const& other_report) const {
        auto const* act = other.act(place.act);
        if (act == nullptr) return "the other run did not read the act";
        if (!act->counts) return "the act is a bill, which the other run does not count";
        for (auto const& one : there.provisions)
            if (!answers(one) && other.place_of(one) == place)
                return fmt::format("in the other run it is {}", one.force);
        auto const words = other.digest(place);
        auto const same_words = !words.empty() && words == row.unit_digest;
        for (auto const& miss : there.near_misses) {
            if (other.place_of(miss) != place) continue;
            if (miss.force != "in force") return fmt::format("in the other run it is {}", miss.force);
            auto const lacks = miss.missing.empty() ? std::string("what the rule asks")
                                                    : joined(titled(there, miss.missing));
            return fmt::format("in the other run it {}lacks {}",
                               same_words ? "has the same words and " : "has other words and ", lacks);
        }
        if (same_words) return "the other run has the same words there, and reads them otherwise";
        if (!words.empty()) return "the other run has other words there";
        if (same_text(*act, row, other_report))
            return "the text of the act is the same, and is read otherwise";
        return "the other run has no such words there";
    }

    [[nodiscard]] bool same_text(ActRow const& act, ProvisionRow const& row, Report const& other) const {
        auto const& own = &other == &sides_.a ? sides_.b : sides_.a;
        return std::any_of(own.acts.begin(), own.acts.end(), [&](ActRow const& one) {
            return one.title == row.act && !one.digest.empty() && one.digest == act.digest;
        });
    }

    // The best row for a measure: what answers, else the nearest miss.
    [[nodiscard]] static ProvisionRow const* best(ObligationRow const& row, std::string const& measure) {
        for (auto const* rows : {&row.provisions, &row.near_misses})
            for (auto const& one : *rows)
                if (one.measure == measure && (rows == &row.near_misses || answers(one))) return &one;
        return nullptr;
    }

    void elements(ObligationRow const& before, ObligationRow const& after) {
        std::vector<std::string> measures;
        for (auto const* row : {&before, &after})
            for (auto const* rows : {&row->provisions, &row->near_misses})
                for (auto const& one : *rows)
                    if (!holds(measures, one.measure)) measures.push_back(one.measure);
        for (auto const& measure : measures) {
            auto const* first = best(before, measure);
            auto const* second = best(after, measure);
            if (first == nullptr || second == nullptr) continue;
            if (!answers(*first) && !answers(*second)) continue;
            compare_elements(*first, *second);
        }
    }

    void compare_elements(ProvisionRow const& first, ProvisionRow const& second) {
        auto const missing = [](ProvisionRow const& row, ElementRow const& element) {
            auto const there = std::find_if(row.elements.begin(), row.elements.end(),
                                            [&](auto const& one) { return one.name == element.name; });
            return there == row.elements.end() || !there->found;
        };
        auto const where = [](ProvisionRow const& row) {
            return (answers(row) ? "" : "the near miss ") + unit_in_act(row);
        };
        std::vector<std::string> gained, lost;
        for (auto const& element : second.elements)
            if (element.needed && element.found && missing(first, element)) gained.push_back(element.title);
        for (auto const& element : first.elements)
            if (element.needed && element.found && missing(second, element)) lost.push_back(element.title);
        auto const from = where(first), to = where(second);
        if (!gained.empty())
            add("element-gained", from == to
                                      ? fmt::format("gained {}: {} has it now", joined(gained), to)
                                      : fmt::format("gained {}: in {}, not in {}", joined(gained), to, from));
        if (!lost.empty())
            add("element-lost", from == to
                                    ? fmt::format("lost {}: {} has it no more", joined(lost), from)
                                    : fmt::format("lost {}: in {}, not in {}", joined(lost), from, to));
        for (auto const& name : second.extra)
            if (!holds(first.extra, name))
                add("asks-more", fmt::format("{} asks for {}, which is not allowed", where(second), name));
        for (auto const& name : first.extra)
            if (!holds(second.extra, name))
                add("asks-less", fmt::format("{} asked for {}, which is not allowed", where(first), name));
    }

    void members(ObligationRow const& before, ObligationRow const& after) {
        for (auto const& name : before.missing_members)
            if (!holds(after.missing_members, name)) add("member-gained", "now found: " + name);
        for (auto const& name : after.missing_members)
            if (!holds(before.missing_members, name)) add("member-lost", "no more found: " + name);
    }

    // Units that answer in both runs with other words.
    void texts(ObligationRow const& before, ObligationRow const& after) {
        for (auto const& first : before.provisions) {
            if (!answers(first)) continue;
            auto const place = sides_.known_a.place_of(first);
            for (auto const& second : after.provisions) {
                if (!answers(second) || sides_.known_b.place_of(second) != place) continue;
                if (first.unit_digest != second.unit_digest)
                    add("text-changed", fmt::format("the words of {} changed", unit_in_act(second)));
                else if (first.measure == second.measure)
                    proofs(first, second);
                break;
            }
        }
    }

    // The same words, and an element that other words prove: of a definition, or of a provision referred to.
    void proofs(ProvisionRow const& first, ProvisionRow const& second) {
        auto const places = [](ElementRow const& element) {
            std::vector<std::string> out;
            for (auto const& quote : element.quotes)
                if (!holds(out, quote.citation)) out.push_back(quote.citation);
            return joined(out);
        };
        for (auto const& before : first.elements)
            for (auto const& after : second.elements)
                if (before.name == after.name && before.found && after.found &&
                    places(before) != places(after))
                    add("proof-changed", fmt::format("{} of {} is proved by {}, then by {}", after.name,
                                                     unit_in_act(second), places(before), places(after)));
    }

    void decisions(ObligationRow const& before, ObligationRow const& after) {
        auto const words = [](ObligationRow const& row) {
            std::string out;
            for (auto const& one : row.decisions)
                out += (out.empty() ? "" : "; ") + fmt::format("{}{} by {} on {} ({})", one.action,
                                                               one.verdict.empty() ? "" : " " + one.verdict,
                                                               one.reviewer, one.date, one.standing);
            return out;
        };
        auto const first = words(before), second = words(after);
        if (first != second)
            add("decision-changed",
                fmt::format("decisions of reviewers: {}, then {}", or_none(first), or_none(second)));
    }

    // A decision may hold a verdict still while the law moves under it.
    void computed(ObligationRow const& before, ObligationRow const& after) {
        if (before.computed == after.computed || (before.decisions.empty() && after.decisions.empty()))
            return;
        add("computed-changed", fmt::format("the rules alone say {}, then {}; reviewers decided",
                                            before.computed, after.computed));
    }

    void reservation(ObligationRow const& before, ObligationRow const& after) {
        if (before.reservation != after.reservation)
            add("reservation-changed", fmt::format("reservation declared: {}, then {}",
                                                   or_none(before.reservation), or_none(after.reservation)));
    }

    // `untested` says what could not be read.
    void read_differently(ObligationRow const& before, ObligationRow const& after) {
        if (before.verdict == after.verdict) return;
        if (before.verdict == "untested") add("was-untested", "untested in the first run: " + before.reason);
        if (after.verdict == "untested") add("is-untested", "untested in the second run: " + after.reason);
    }

    void rest() {
        if (sides_.a.rules != sides_.b.rules)
            add("rules-changed",
                "the rules differ elsewhere: words of a concept, or a measure of another one");
        if (sides_.a.as_of != sides_.b.as_of) add("date-changed", "the law was read as at another date");
        if (out_.empty()) add("unknown", "the reports do not say why");
    }

    Sides const& sides_;
    ChangeRow const& row_;
    std::vector<Reason> out_;
};

}  // namespace

std::vector<Reason> reasons(Sides const& sides, ChangeRow const& row) {
    return Reasons(sides, row).run();
}

}  // namespace lacuna::report
