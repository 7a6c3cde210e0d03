#include <algorithm>
#include <array>

#include "base/sort_unique.hpp"
#include "coverage/decide.hpp"
#include "coverage/judge.hpp"
#include "coverage/meets.hpp"
#include "coverage/reach.hpp"
#include "coverage/reasons.hpp"
#include "coverage/reservations.hpp"
#include "coverage/scope.hpp"

namespace lacuna::coverage {
namespace {

class Assessor {
  public:
    Assessor(program::Catalogue const& catalogue, program::Instrument const& instrument,
             akn::StatuteSet const& set, match::Findings const& findings, country::Selection const& selection)
        : catalogue_(catalogue),
          instrument_(instrument),
          set_(set),
          findings_(findings),
          country_(selection.country),
          reach_(catalogue, set, findings, selection),
          reviewers_(instrument, set, findings, selection, reach_),
          focus_(focus_of(instrument, set, findings)) {}

    [[nodiscard]] ObligationResult assess(program::ObligationId id) const {
        auto const decisions = reviewers_.decisions_on(instrument_.obligations[id.index()]);
        auto result = compute(id, {});
        auto const computed = result.verdict;
        auto const rejected = reviewers_.rejected(decisions);
        if (!rejected.empty()) result = compute(id, rejected);
        result.computed = computed;
        result.decisions = decisions;
        reviewers_.obey(result);
        return result;
    }

  private:
    [[nodiscard]] ObligationResult compute(program::ObligationId id,
                                           std::vector<PlacedProvision> const& rejected) const {
        auto const& obligation = instrument_.obligations[id.index()];
        ObligationResult result;
        result.obligation = id;
        if (obligation.has_rules) {
            judge_all(obligation, rejected, result);
            note_near_misses(obligation, rejected, result);
            note_absent(obligation, result);
        }
        decide(obligation, result);
        note_flags(result);
        if (result.reason.empty()) result.reason = reason_of(catalogue_, obligation, result, set_, findings_);
        if (result.verdict == Verdict::partial && !result.missing_members.empty())
            if (auto const why = reach_.hindrance(obligation); !why.empty()) result.reason += "; " + why;
        return result;
    }

    void judge_all(program::Obligation const& obligation, std::vector<PlacedProvision> const& rejected,
                   ObligationResult& result) const {
        auto const measures = measures_of(obligation.met_by);
        std::vector<Judged> all;
        for (std::uint32_t row = 0; row < findings_.findings.size(); ++row) {
            auto const& finding = findings_.findings[row];
            if (std::find(measures.begin(), measures.end(), finding.measure) != measures.end() &&
                reach_.counts(finding.document) && !is_within(set_, place_of(finding), rejected))
                all.push_back(judge(catalogue_, obligation, findings_, row));
        }
        std::sort(all.begin(), all.end(),
                  [&](Judged const& a, Judged const& b) { return better(findings_, focus_, a, b); });
        for (auto& judged : all) keep_best(result.judged, std::move(judged));
    }

    // Of the findings of one measure in one unit the first to come is the best.
    void keep_best(std::vector<Judged>& kept, Judged judged) const {
        auto const& finding = findings_.findings[judged.finding];
        auto const same = std::find_if(kept.begin(), kept.end(), [&](Judged const& other) {
            auto const& one = findings_.findings[other.finding];
            return one.measure == finding.measure && one.document == finding.document &&
                   one.unit == finding.unit;
        });
        if (same == kept.end()) {
            kept.push_back(std::move(judged));
        } else {
            same->also.push_back(judged.finding);
        }
    }

    void note_near_misses(program::Obligation const& obligation, std::vector<PlacedProvision> const& rejected,
                          ObligationResult& result) const {
        auto const measures = measures_of(obligation.met_by);
        for (std::uint32_t row = 0; row < findings_.near_misses.size(); ++row) {
            auto const& miss = findings_.near_misses[row];
            if (std::find(measures.begin(), measures.end(), miss.measure) == measures.end() ||
                !reach_.counts(miss.document) || is_within(set_, place_of(miss), rejected))
                continue;
            auto const judged = std::any_of(result.judged.begin(), result.judged.end(), [&](Judged const& j) {
                auto const& finding = findings_.findings[j.finding];
                return finding.document == miss.document && finding.unit == miss.unit;
            });
            if (!judged) result.near_misses.push_back(row);
        }
        std::stable_sort(result.near_misses.begin(), result.near_misses.end(), [&](auto a, auto b) {
            return nearness(findings_.near_misses[a]) > nearness(findings_.near_misses[b]);
        });
    }

    // Where neither a finding nor a near miss explains the verdict: what the measures look for in vain.
    void note_absent(program::Obligation const& obligation, ObligationResult& result) const {
        if (!result.judged.empty() || !result.near_misses.empty()) return;
        auto const measures = measures_of(obligation.met_by);
        for (auto const& absence : findings_.absent) {
            if (std::find(measures.begin(), measures.end(), absence.measure) == measures.end()) continue;
            for (auto const id : absence.concepts) {
                auto title = catalogue_.concept_titles[id.index()];
                if (std::find(result.absent.begin(), result.absent.end(), title) == result.absent.end())
                    result.absent.push_back(std::move(title));
            }
        }
    }

    // Elements found; of as many, the act that is more about the matter.
    [[nodiscard]] std::pair<std::uint32_t, double> nearness(match::NearMiss const& miss) const {
        return {miss.found, focus_[miss.document.index()]};
    }

    void decide(program::Obligation const& obligation, ObligationResult& result) const {
        if (obligation.force == dsl::ForceOfDuty::may) {
            decide_option(obligation, result);
        } else if (!obligation.has_rules) {
            result.verdict = without_rules(obligation);
        } else {
            decide_duty(obligation, result);
        }
    }

    [[nodiscard]] static Verdict without_rules(program::Obligation const& obligation) {
        return obligation.policy ? Verdict::outside_statutes : Verdict::untested;
    }

    void decide_option(program::Obligation const& obligation, ObligationResult& result) const {
        auto const declared = country_.reservation(instrument_.name, obligation.id);
        if (declared != nullptr) result.reservation = declared->text;
        auto const met = obligation.has_rules ? meet_obligation(obligation, result) : Met{};
        if (met.verdict == Verdict::covered || declared != nullptr) {
            result.verdict = Verdict::option_used;
            return;
        }
        result.verdict = obligation.has_rules ? Verdict::option_not_used : without_rules(obligation);
        hinder(obligation, result);
    }

    void decide_duty(program::Obligation const& obligation, ObligationResult& result) const {
        auto const met = meet_obligation(obligation, result);
        result.verdict = met.verdict;
        result.missing_members = met.lacking;
        if (met.broader && met.verdict == Verdict::covered) result.flags.push_back(Flag::broader);
        if (met.verdict == Verdict::covered) return;
        auto const* reservation = reservation_to(country_, instrument_, obligation);
        if (reservation != nullptr) {
            result.verdict = Verdict::reserved;
            result.reservation = reservation->text;
        } else if (met.verdict == Verdict::gap) {
            hinder(obligation, result);
        }
    }

    // What was not read may hold what was not found.
    void hinder(program::Obligation const& obligation, ObligationResult& result) const {
        if (!obligation.has_rules) return;
        auto const hindrance = reach_.hindrance(obligation);
        if (hindrance.empty()) return;
        result.verdict = Verdict::untested;
        result.reason = hindrance;
        result.absent.clear();  // of a law that was not searched nothing is known
    }

    [[nodiscard]] Met meet_obligation(program::Obligation const& obligation,
                                      ObligationResult const& result) const {
        std::vector<Best> best;
        for (auto const& judged : result.judged) {
            auto const measure = findings_.findings[judged.finding].measure;
            auto const known = [&](Best const& b) { return b.measure == measure; };
            if (std::none_of(best.begin(), best.end(), known)) best.push_back({measure, &judged});
        }
        return meet(catalogue_, obligation.met_by, best);
    }

    void note_flags(ObligationResult& result) const {
        auto& flags = result.flags;
        if (!result.judged.empty()) {
            auto const& best = result.judged.front();
            auto const& finding = findings_.findings[best.finding];
            if (best.verdict == Verdict::partial && best.broader) flags.push_back(Flag::broader);
            if (finding.force != akn::Force::in_force) flags.push_back(Flag::not_in_force);
            if (finding.quoted) flags.push_back(Flag::from_amendment);
            if (reach_.is_bill(finding.document) || !bill_of(set_, finding).empty())
                flags.push_back(Flag::from_bill);
            if (set_.at(finding.document).meta.scrambled) flags.push_back(Flag::scrambled_text);
            if (best.general_part) flags.push_back(Flag::general_part);
        }
        sort_unique(flags);
    }

    program::Catalogue const& catalogue_;
    program::Instrument const& instrument_;
    akn::StatuteSet const& set_;
    match::Findings const& findings_;
    country::Country const& country_;
    Reach reach_;
    Reviewers reviewers_;
    std::vector<double> focus_;
};

[[nodiscard]] bool mandatory(program::Obligation const& obligation) {
    return obligation.force == dsl::ForceOfDuty::shall || obligation.force == dsl::ForceOfDuty::shall_dl;
}

// The worst of the mandatory obligations; of an article without any, the worst of what it recommends; of one
// that only permits, whether an option is used.
[[nodiscard]] Verdict verdict_of(ArticleResult const& article, Assessment const& assessment,
                                 program::Instrument const& instrument) {
    auto const worst = [&](auto const& takes) {
        auto found = Verdict::outside_statutes;
        bool any = false;
        for (auto const row : article.obligations) {
            auto const& result = assessment.obligations[row];
            if (!takes(instrument.obligations[result.obligation.index()])) continue;
            found = any ? std::min(found, result.verdict) : result.verdict;
            any = true;
        }
        return std::pair(any, found);
    };
    if (auto const [any, verdict] = worst(mandatory); any) return verdict;
    auto const should = [](auto const& o) { return o.force == dsl::ForceOfDuty::should; };
    if (auto const [any, verdict] = worst(should); any) return verdict;
    auto best = Verdict::untested;
    for (auto const row : article.obligations) best = std::max(best, assessment.obligations[row].verdict);
    return best;
}

void add_to_article(Assessment& assessment, program::Obligation const& obligation) {
    if (assessment.articles.empty() || assessment.articles.back().article != obligation.article) {
        ArticleResult article;
        article.article = obligation.article;
        article.title = obligation.article_title;
        article.chapter = obligation.chapter;
        article.chapter_title = obligation.chapter_title;
        assessment.articles.push_back(std::move(article));
    }
    assessment.articles.back().obligations.push_back(
        static_cast<std::uint32_t>(assessment.obligations.size() - 1));
}

}  // namespace

namespace {
constexpr std::array<std::string_view, 8> verdict_names{"gap",         "untested",        "partial",
                                                        "reserved",    "covered",         "option-not-used",
                                                        "option-used", "outside-statutes"};
}

std::string_view to_string(Verdict verdict) {
    return verdict_names[static_cast<std::size_t>(verdict)];
}

std::optional<Verdict> verdict_of(std::string_view name) {
    auto const at = std::find(verdict_names.begin(), verdict_names.end(), name);
    if (at == verdict_names.end()) return std::nullopt;
    return static_cast<Verdict>(at - verdict_names.begin());
}

std::string_view to_string(Flag flag) {
    static constexpr std::array<std::string_view, 8> names{
        "broader",        "not-in-force", "from-amendment", "from-bill",
        "scrambled-text", "general-part", "stale-decision", "decided"};
    return names[static_cast<std::size_t>(flag)];
}

Assessment assess(program::Catalogue const& catalogue, program::InstrumentId id, akn::StatuteSet const& set,
                  match::Findings const& findings, country::Selection const& selection, Scope const& scope) {
    auto const& instrument = catalogue.at(id);
    Assessment assessment;
    assessment.instrument = id;
    Assessor const assessor(catalogue, instrument, set, findings, selection);
    for (std::size_t i = 0; i < instrument.obligations.size(); ++i) {
        auto const& obligation = instrument.obligations[i];
        if (!in_scope(obligation, scope)) continue;
        assessment.obligations.push_back(assessor.assess(program::ObligationId(i)));
        add_to_article(assessment, obligation);
    }
    for (auto& article : assessment.articles) article.verdict = verdict_of(article, assessment, instrument);
    return assessment;
}

}  // namespace lacuna::coverage
