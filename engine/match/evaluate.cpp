#include "match/evaluate.hpp"

#include <algorithm>
#include <chrono>
#include <tuple>

#include "match/candidates.hpp"
#include "match/evaluate_set.hpp"
#include "match/named_acts.hpp"
#include "match/parallel.hpp"
#include "match/pattern_reader.hpp"
#include "match/prepare.hpp"
#include "match/unit_findings.hpp"

namespace lacuna::match {
namespace {

struct Job {  // one unit, and the measures of one rank to look for in it
    DocumentId document;
    std::uint32_t unit = 0;
    std::vector<MeasureId> measures;
};

[[nodiscard]] std::vector<Job> jobs_of_rank(std::vector<Candidate> const& candidates,
                                            std::vector<MeasureId> const& rank) {
    std::vector<Job> jobs;
    for (auto const& candidate : candidates) {
        Job job{candidate.document, candidate.unit, {}};
        std::set_intersection(candidate.measures.begin(), candidate.measures.end(), rank.begin(), rank.end(),
                              std::back_inserter(job.measures));
        if (!job.measures.empty()) jobs.push_back(std::move(job));
    }
    return jobs;
}

struct Nothing {};

// `times`: of each measure, to be added to; then on one thread.
[[nodiscard]] std::vector<UnitFindings> run(SetText const& set, std::vector<Job> const& jobs,
                                            unsigned threads, MeasureTimes* times) {
    using Clock = std::chrono::steady_clock;
    std::vector<std::vector<UnitFindings>> by_job(jobs.size());
    for_each_with<Nothing>(
        jobs.size(), threads, [] { return Nothing(); },
        [&](Nothing&, std::size_t row) {
            auto const& job = jobs[row];
            UnitReader reader(set, job.document, job.unit);
            for (auto const measure : job.measures) {
                auto const start = times != nullptr ? Clock::now() : Clock::time_point();
                by_job[row].push_back(read_measure(reader, set, job.document, job.unit, measure));
                if (times != nullptr)
                    (*times)[measure.index()] +=
                        std::chrono::duration<double, std::milli>(Clock::now() - start).count();
            }
        });
    std::vector<UnitFindings> all;
    for (auto& results : by_job) std::move(results.begin(), results.end(), std::back_inserter(all));
    return all;
}

[[nodiscard]] bool is_farther(Missed const& a, Missed const& b) {
    return std::tuple(a.strength, b.document, b.unit) < std::tuple(b.strength, a.document, a.unit);
}

// The nearest few misses of a measure, in a fixed order. Units of which only the most is known are looked at
// when nothing nearer is left: of most of them that is never.
[[nodiscard]] std::vector<NearMiss> nearest(SetText const& set, std::vector<Missed> missed,
                                            std::size_t most) {
    std::vector<NearMiss> found;
    std::make_heap(missed.begin(), missed.end(), is_farther);
    while (!missed.empty() && found.size() < most) {
        std::pop_heap(missed.begin(), missed.end(), is_farther);
        auto& next = missed.back();
        if (next.exact) {
            found.push_back(describe_miss(set, next));
            missed.pop_back();
            continue;
        }
        look_closer(set, next);
        if (next.strength == 0)
            missed.pop_back();
        else
            std::push_heap(missed.begin(), missed.end(), is_farther);
    }
    return found;
}

[[nodiscard]] Findings evaluate_ranks(SetText& set, std::vector<bool> const& wanted,
                                      EvaluateOptions const& options, MeasureTimes* times) {
    Findings result;
    for (auto const& act : set.acts)
        if (act->text.code == nullptr) result.unspoken.push_back(act->text.id);
    for (auto const& act : set.acts)
        for (auto const segment : act->text.set_aside)
            result.set_aside.push_back({act->text.id, act->text.text.segments[segment].provision});
    result.named = named_acts(set);
    auto const candidates = find_candidates(set, wanted);
    std::vector<std::vector<Missed>> missed(set.program->measures.size());
    for (auto const& rank : set.program->ranks) {
        for (auto& unit : run(set, jobs_of_rank(candidates, rank), options.threads, times)) {
            if (unit.missed) missed[unit.missed->measure.index()].push_back(*unit.missed);
            for (auto& finding : unit.findings) {
                if (finding.force == akn::Force::in_force)
                    set.found[finding.measure.index()].push_back(finding);
                result.findings.push_back(std::move(finding));
            }
        }
    }
    std::stable_sort(result.findings.begin(), result.findings.end(), [](Finding const& a, Finding const& b) {
        return std::tie(a.measure, a.document) < std::tie(b.measure, b.document);
    });
    std::vector<std::vector<NearMiss>> near_misses(missed.size());
    for_each_with<Nothing>(
        missed.size(), options.threads, [] { return Nothing(); },
        [&](Nothing&, std::size_t row) {
            near_misses[row] = nearest(set, std::move(missed[row]), options.near_misses);
        });
    for (auto& rows : near_misses)
        std::move(rows.begin(), rows.end(), std::back_inserter(result.near_misses));
    return result;
}

}  // namespace

Findings evaluate_set(SetText& set, std::vector<bool> const& wanted, EvaluateOptions const& options) {
    return evaluate_ranks(set, wanted, options, nullptr);
}

Findings evaluate_set(SetText& set, EvaluateOptions const& options, MeasureTimes& times) {
    times.resize(set.program->measures.size());
    auto alone = options;
    alone.threads = 1;
    return evaluate_ranks(set, {}, alone, &times);
}

std::vector<NearMiss> misses_anywhere(SetText const& set, MeasureId measure, std::size_t most) {
    std::vector<Missed> missed;
    for (std::size_t act = 0; act < set.acts.size(); ++act) {
        auto const& text = set.acts[act]->text;
        for (std::uint32_t unit = 0; text.code != nullptr && unit < text.text.units.size(); ++unit) {
            UnitReader reader(set, DocumentId(act), unit);
            auto const read = read_measure(reader, set, DocumentId(act), unit, measure);
            if (read.missed) missed.push_back(*read.missed);
        }
    }
    return nearest(set, std::move(missed), most);
}

Findings evaluate(program::Program const& program, akn::StatuteSet const& set,
                  EvaluateOptions const& options) {
    SetText texts;
    prepare_set(program, set, options, texts);
    return evaluate_set(texts, {}, options);
}

std::vector<ConceptHit> find_concept(program::Program const& program, std::string_view concept_name,
                                     akn::Document const& document, std::string_view language) {
    std::vector<ConceptHit> found;
    auto const id = program.concept_id(concept_name);
    auto const act = Preparer(program).prepare(document, DocumentId(std::size_t{0}), std::string(language));
    if (!id.valid() || act.code == nullptr) return found;
    for (auto const& passage : act.text.passages) {
        View view(act, act.segments_of(passage));
        for (auto const& hit : view.concept_hits(id)) {
            std::vector<Evidence> evidence;
            view.append_evidence(hit, Distance::passage, {}, evidence);
            found.push_back({evidence.front().text_begin, evidence.back().text_end});
        }
    }
    std::sort(found.begin(), found.end(), [](ConceptHit const& a, ConceptHit const& b) {
        return std::tie(a.text_begin, a.text_end) < std::tie(b.text_begin, b.text_end);
    });
    return found;
}

}  // namespace lacuna::match
