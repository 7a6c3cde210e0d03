#include "coverage/decide.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/digest.hpp"

namespace lacuna::coverage {
namespace {

using Action = country::Decision::Action;

void add_words(akn::Document const& document, std::uint32_t from, std::uint32_t to, std::string& words) {
    for (auto row = from; row < to; ++row) {
        if (!document.blocks[row].provision.valid()) continue;
        for (auto const c : document.text_of(document.blocks[row]))
            if (c != ' ' && c != '\n' && c != '\t') words.push_back(c);
    }
}

void add_force(akn::Document const& document, std::size_t from, std::size_t to, std::string& words) {
    for (auto row = from; row < to; ++row) {
        auto const& provision = document.provisions[row];
        if (provision.force != akn::Force::in_force)
            words += fmt::format("\n{} {}", provision.eid, akn::to_string(provision.force));
    }
}

// What the text is now that the decision named, or a sentence that says what is different.
struct Now {
    DocumentId document;
    ProvisionId provision;
    std::string changed;
};

[[nodiscard]] Now find_text(akn::StatuteSet const& set, country::RestsOn const& text) {
    Now now;
    auto const name = text.act.empty() ? "the set" : text.act;
    now.changed = fmt::format("{} is not among the acts that were read", name);
    for (std::size_t i = 0; i < set.documents.size(); ++i) {
        auto const& document = set.documents[i];
        if (!text.act.empty() && act_name(document) != text.act) continue;
        auto const provision = text.provision.empty() ? ProvisionId() : document.find(text.provision);
        if (!text.provision.empty() && !provision.valid()) {
            if (!now.document.valid())
                now.changed = fmt::format("{} of {} is no longer there", text.provision, name);
            continue;
        }
        now.document = DocumentId(i);
        now.provision = provision;
        now.changed = provision.valid()
                          ? fmt::format("the text of {} of {} has changed since",
                                        document.citation_of(provision), document.meta.title)
                          : fmt::format("the text of {} has changed since", document.meta.title);
        if (digest_of(document, provision) == text.digest) {
            now.changed.clear();
            break;
        }
    }
    return now;
}

[[nodiscard]] bool is_option(Verdict verdict) {
    return verdict == Verdict::option_used || verdict == Verdict::option_not_used;
}

// A permission is used or not; a duty is met or not. A provision mapped by hand only adds.
[[nodiscard]] bool can_have(program::Obligation const& obligation, Action action, Verdict verdict) {
    if (action == Action::map && verdict != Verdict::covered && verdict != Verdict::partial &&
        verdict != Verdict::option_used)
        return false;
    if (verdict == Verdict::untested || verdict == Verdict::outside_statutes) return true;
    return is_option(verdict) == (obligation.force == dsl::ForceOfDuty::may);
}

// What a provision that was mapped by hand makes of the verdict: never less than it was.
[[nodiscard]] Verdict mapped(Verdict before, Verdict by_hand) {
    if (before == Verdict::untested || before == Verdict::outside_statutes) return by_hand;
    return std::max(before, by_hand);
}

}  // namespace

std::string_view to_string(Standing standing) {
    static constexpr std::array<std::string_view, 4> names{"obeyed", "stale", "superseded", "unusable"};
    return names[static_cast<std::size_t>(standing)];
}

std::string act_name(akn::Document const& document) {
    return document.meta.work_uri.empty() ? document.meta.title : document.meta.work_uri;
}

std::string digest_of(akn::Document const& document, ProvisionId id) {
    std::string words;
    if (id.valid()) {
        auto const& provision = document.at(id);
        add_words(document, provision.block_begin, provision.block_end, words);
        add_force(document, id.index(), provision.subtree_end, words);
    } else {
        add_words(document, 0, static_cast<std::uint32_t>(document.blocks.size()), words);
        add_force(document, 0, document.provisions.size(), words);
    }
    return "sha256:" + sha256(words);
}

std::vector<country::RestsOn> rests_on(ObligationResult const& result, akn::StatuteSet const& set,
                                       match::Findings const& findings, country::Selection const& selection) {
    std::vector<country::RestsOn> texts;
    for (auto const& judged : result.judged) {
        auto const& finding = findings.findings[judged.finding];
        auto const& document = set.at(finding.document);
        if (!finding.unit.valid()) continue;
        country::RestsOn text{act_name(document), std::string(document.at(finding.unit).eid),
                              digest_of(document, finding.unit)};
        if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(std::move(text));
    }
    if (!texts.empty()) return texts;
    for (std::size_t i = 0; i < set.documents.size(); ++i) {
        auto const& document = set.documents[i];
        if (document.meta.document_type == "bill" && selection.as_law.count(set.path_of(DocumentId(i))) == 0)
            continue;
        texts.push_back({act_name(document), {}, digest_of(document, {})});
    }
    return texts;
}

bool is_within(akn::StatuteSet const& set, PlacedProvision const& place,
               std::vector<PlacedProvision> const& provisions) {
    auto const at = place.provision;
    return std::any_of(provisions.begin(), provisions.end(), [&](PlacedProvision const& placed) {
        if (placed.document != place.document || !at.valid()) return false;
        auto const end = set.at(placed.document).at(placed.provision).subtree_end;
        return placed.provision.index() <= at.index() && at.index() < end;
    });
}

std::vector<DecisionResult> Reviewers::decisions_on(program::Obligation const& obligation) const {
    std::vector<DecisionResult> found;
    for (std::uint32_t row = 0; row < selection_.decisions.size(); ++row) {
        auto const& decision = selection_.decisions[row];
        if (decision.instrument != instrument_.name || decision.obligation != obligation.id) continue;
        DecisionResult result;
        result.decision = row;
        hold_against_text(decision, result);
        auto const verdict = verdict_of(decision.verdict);
        if (decision.action != Action::reject &&
            (!verdict || !can_have(obligation, decision.action, *verdict))) {
            result.standing = Standing::unusable;
            result.why = fmt::format("{} cannot be {}'{}'", obligation.id,
                                     decision.action == Action::map ? "mapped as " : "", decision.verdict);
        }
        found.push_back(std::move(result));
    }
    supersede(found);
    return found;
}

std::string Reviewers::repeal_of(DocumentId document) const {
    auto const* const repeal = findings_.repeal_of(document);
    if (repeal == nullptr) return {};
    auto const& by = set_.at(repeal->by);
    return fmt::format("{} is repealed by {} of {}", set_.at(document).meta.title,
                       by.citation_of(repeal->provision), by.meta.title);
}

void Reviewers::hold_against_text(country::Decision const& decision, DecisionResult& result) const {
    auto const verdict = verdict_of(decision.verdict);
    bool const is_met =
        decision.action != Action::reject && verdict &&
        (*verdict == Verdict::covered || *verdict == Verdict::partial || *verdict == Verdict::option_used);
    bool whole_acts = true;
    for (auto const& text : decision.rests_on) {
        auto const now = find_text(set_, text);
        whole_acts = whole_acts && text.provision.empty();
        if (!result.document.valid()) {
            result.document = now.document;
            result.provision = now.provision;
        }
        if (!now.changed.empty() && result.why.empty()) result.why = now.changed;
        if (is_met && now.provision.valid() && result.why.empty()) result.why = repeal_of(now.document);
    }
    for (std::size_t i = 0; whole_acts && result.why.empty() && i < set_.documents.size(); ++i) {
        auto const name = act_name(set_.documents[i]);
        bool const known = std::any_of(decision.rests_on.begin(), decision.rests_on.end(),
                                       [&](auto const& text) { return text.act == name; });
        if (!known && reach_.counts(DocumentId(i)))
            result.why = fmt::format("{} is new in the set", set_.documents[i].meta.title);
    }
    if (!result.why.empty()) result.standing = Standing::stale;
}

// Of several decisions that stand and answer one question the latest is obeyed; of one day, the last written.
void Reviewers::supersede(std::vector<DecisionResult>& decisions) const {
    for (auto& one : decisions) {
        if (one.standing != Standing::obeyed) continue;
        bool const later = std::any_of(decisions.begin(), decisions.end(), [&](DecisionResult const& other) {
            return other.standing == Standing::obeyed && other.decision != one.decision &&
                   country::same_question(at(one), at(other)) &&
                   std::pair(at(other).date, other.decision) > std::pair(at(one).date, one.decision);
        });
        if (later) one.standing = Standing::superseded;
    }
}

std::vector<PlacedProvision> Reviewers::rejected(std::vector<DecisionResult> const& decisions) const {
    std::vector<PlacedProvision> found;
    for (auto const& result : decisions)
        if (result.standing == Standing::obeyed && at(result).action == Action::reject &&
            result.provision.valid())
            found.push_back({result.document, result.provision});
    return found;
}

void Reviewers::obey(ObligationResult& result) const {
    auto const before = result.verdict;
    country::Decision const* word = nullptr;
    for (auto const& one : result.decisions) {
        if (one.standing == Standing::stale) result.flags.push_back(Flag::stale_decision);
        if (one.standing != Standing::obeyed) continue;
        result.flags.push_back(Flag::decided);
        auto const& decision = at(one);
        if (decision.action == Action::map) {
            auto const verdict = mapped(result.verdict, *verdict_of(decision.verdict));
            if (verdict != result.verdict) word = &decision;
            result.verdict = verdict;
        }
    }
    for (auto const& one : result.decisions) {
        auto const& decision = at(one);
        if (one.standing != Standing::obeyed || decision.action == Action::map ||
            decision.action == Action::reject)
            continue;
        result.verdict = *verdict_of(decision.verdict);
        word = &decision;
    }
    if (word != nullptr && result.verdict != before) {
        auto reason = word->reason;
        while (!reason.empty() && reason.back() == '.')
            reason.pop_back();  // reports end sentences themselves
        result.reason = fmt::format("{} decided so on {}: {}", word->reviewer, word->date, reason);
    }
    auto& flags = result.flags;
    std::sort(flags.begin(), flags.end());
    flags.erase(std::unique(flags.begin(), flags.end()), flags.end());
}

}  // namespace lacuna::coverage
