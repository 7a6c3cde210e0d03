#include "match/evaluate.hpp"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>

#include "match/absence.hpp"
#include "match/candidates.hpp"
#include "match/evaluate_set.hpp"
#include "match/named_acts.hpp"
#include "match/parallel.hpp"
#include "match/pattern_reader.hpp"
#include "match/prepare.hpp"
#include "match/title_laws.hpp"
#include "match/unit_findings.hpp"

namespace lacuna::match {
namespace {

constexpr std::uint32_t passages_of_job = 512;  // about; an act is divided between units

struct Job {  // a stretch of an act
    DocumentId document;
    std::uint32_t unit_begin = 0, unit_end = 0;
};

[[nodiscard]] std::vector<Job> divide(SetText const& set) {
    std::vector<Job> jobs;
    for (auto const& act : set.acts) {
        auto const& units = act->text.text.units;
        auto const count = static_cast<std::uint32_t>(units.size());
        for (std::uint32_t begin = 0; act->text.code != nullptr && begin < count;) {
            auto end = begin + 1;
            while (end < count && units[end].passage_end - units[begin].passage_begin <= passages_of_job)
                ++end;
            jobs.push_back({act->text.id, begin, end});
            begin = end;
        }
    }
    return jobs;
}

struct Nothing {};

[[nodiscard]] std::vector<Candidates> candidates_of(SetText const& set, std::vector<bool> const& wanted,
                                                    unsigned threads) {
    std::vector<Candidates> all(set.acts.size());
    for_each_with<Nothing>(
        all.size(), threads, [] { return Nothing(); },
        [&](Nothing&, std::size_t row) {
            auto const& act = *set.acts[row];
            if (act.text.code != nullptr) all[row] = find_candidates(*set.program, act.places, wanted);
        });
    return all;
}

// The candidate's units that belong to the job.
[[nodiscard]] std::span<std::uint32_t const> units_of(Candidate const& candidate, Job const& job) {
    auto const begin = std::lower_bound(candidate.units.begin(), candidate.units.end(), job.unit_begin);
    return {begin, std::lower_bound(begin, candidate.units.end(), job.unit_end)};
}

struct Placed {  // a candidate of the rank that is read
    Candidate const* candidate = nullptr;
    MeasurePlaces places;
};

// By act: its candidates of one rank. What lower ranks found must be known.
[[nodiscard]] std::vector<std::vector<Placed>> place_rank(SetText const& set,
                                                          std::vector<Candidates> const& candidates,
                                                          std::vector<MeasureId> const& rank,
                                                          unsigned threads) {
    std::vector<bool> in_rank(set.program->measures.size());
    for (auto const measure : rank) in_rank[measure.index()] = true;
    std::vector<std::vector<Placed>> placed(candidates.size());
    for_each_with<Nothing>(
        candidates.size(), threads, [] { return Nothing(); },
        [&](Nothing&, std::size_t row) {
            MeasurePlacer placer(set, *set.acts[row]);
            for (auto const& candidate : candidates[row])
                if (in_rank[candidate.measure.index()])
                    placed[row].push_back({&candidate, placer.of(candidate.measure)});
        });
    return placed;
}

// `times`: of each measure, to be added to; then on one thread.
[[nodiscard]] UnitFindings read_job(SetText const& set, Job const& job, std::vector<Placed> const& candidates,
                                    MeasureTimes* times) {
    using Clock = std::chrono::steady_clock;
    UnitFindings found;
    UnitReader reader(set, job.document);
    for (auto const& [candidate, places] : candidates) {
        auto const units = units_of(*candidate, job);
        if (units.empty()) continue;
        auto const start = times != nullptr ? Clock::now() : Clock::time_point();
        MeasureReader(reader, set, job.document, candidate->measure, places).read(units, found);
        if (times != nullptr)
            (*times)[candidate->measure.index()] +=
                std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    }
    return found;
}

// What the measures of one rank have in the set, job by job.
[[nodiscard]] std::vector<UnitFindings> read_rank(SetText const& set, std::vector<Job> const& jobs,
                                                  std::vector<Candidates> const& candidates,
                                                  std::vector<MeasureId> const& rank, unsigned threads,
                                                  MeasureTimes* times) {
    auto const placed = place_rank(set, candidates, rank, threads);
    std::vector<UnitFindings> found(jobs.size());
    for_each_with<Nothing>(
        jobs.size(), threads, [] { return Nothing(); },
        [&](Nothing&, std::size_t row) {
            found[row] = read_job(set, jobs[row], placed[jobs[row].document.index()], times);
        });
    return found;
}

[[nodiscard]] bool is_farther(Missed const& a, Missed const& b) {
    return std::tuple(a.strength, b.document, b.unit) < std::tuple(b.strength, a.document, a.unit);
}

// Reads one measure wherever it is asked to.
class SetReader {
  public:
    SetReader(SetText const& set, MeasureId measure) : set_(set), measure_(measure) {}
    [[nodiscard]] MeasureReader& in(DocumentId document) {
        auto& act = acts_[document];
        if (!act.measure) {
            act.units = std::make_unique<UnitReader>(set_, document);
            act.places = MeasurePlacer(set_, *set_.acts[document.index()]).of(measure_);
            act.measure =
                std::make_unique<MeasureReader>(*act.units, set_, document, measure_, *act.places);
        }
        return *act.measure;
    }

  private:
    struct Act {
        std::unique_ptr<UnitReader> units;
        std::optional<MeasurePlaces> places;
        std::unique_ptr<MeasureReader> measure;
    };
    SetText const& set_;
    MeasureId measure_;
    std::unordered_map<DocumentId, Act> acts_;
};

// The nearest few misses of a measure, in a fixed order. Units of which only the most is known are looked at
// when nothing nearer is left: of most of them that is never.
[[nodiscard]] std::vector<NearMiss> nearest(SetText const& set, MeasureId measure, std::vector<Missed> missed,
                                            std::size_t most) {
    SetReader reader(set, measure);
    std::vector<NearMiss> found;
    std::make_heap(missed.begin(), missed.end(), is_farther);
    while (!missed.empty() && found.size() < most) {
        std::pop_heap(missed.begin(), missed.end(), is_farther);
        auto& next = missed.back();
        if (next.known == Missed::By::words) {
            found.push_back(reader.in(next.document).describe(next));
            missed.pop_back();
            continue;
        }
        reader.in(next.document).look_closer(next);
        if (next.strength == 0)
            missed.pop_back();
        else
            std::push_heap(missed.begin(), missed.end(), is_farther);
    }
    return found;
}

// Why each measure was not found elsewhere, or not at all: its near misses; where it has none and was not
// found either, what the set never says.
void explain(SetText const& set, std::vector<bool> const& wanted, EvaluateOptions const& options,
             std::vector<std::vector<Missed>> missed, Findings& into) {
    std::vector<bool> found(missed.size());
    for (auto const& finding : into.findings) found[finding.measure.index()] = true;
    std::vector<std::vector<NearMiss>> near_misses(missed.size());
    std::vector<std::vector<ConceptId>> absent(missed.size());
    for_each_with<Nothing>(
        missed.size(), options.threads, [] { return Nothing(); },
        [&](Nothing&, std::size_t row) {
            MeasureId const id(row);
            near_misses[row] = nearest(set, id, std::move(missed[row]), options.near_misses);
            if (!near_misses[row].empty() || found[row] || (!wanted.empty() && !wanted[row])) return;
            absent[row] = absent_concepts(set, id);
            if (!absent[row].empty()) return;
            near_misses[row] = misses_anywhere(set, id, options.near_misses);
            if (near_misses[row].empty()) absent[row] = set.program->at(id).looked_for;
        });
    for (std::size_t row = 0; row < missed.size(); ++row) {
        std::move(near_misses[row].begin(), near_misses[row].end(), std::back_inserter(into.near_misses));
        if (!absent[row].empty()) into.absent.push_back({MeasureId(row), std::move(absent[row])});
    }
}

// What the titles say of acts that were read, that are named, and that could not be given; the last in any
// language of the set, since nothing says which is theirs.
void read_titles(SetText const& set, EvaluateOptions const& options, Findings& into) {
    TitleLaws titles(*set.program);
    for (std::size_t row = 0; row < set.acts.size(); ++row) {
        auto const& meta = set.acts[row]->text.document->meta;
        auto all = meta.title;
        for (auto const& alias : meta.aliases) all += "; " + alias;
        into.laws.push_back(titles.of(all, into.languages[row]));
    }
    for (auto& act : into.named) act.laws = titles.of(act.name, into.languages[act.document.index()]);
    std::set<std::string> const languages(into.languages.begin(), into.languages.end());
    for (auto const& title : options.not_read) {
        std::set<ConceptId> laws;
        for (auto const& language : languages)
            for (auto const law : titles.of(title, language)) laws.insert(law);
        into.not_read.emplace_back(laws.begin(), laws.end());
    }
}

[[nodiscard]] Findings evaluate_ranks(SetText& set, std::vector<bool> const& wanted,
                                      EvaluateOptions const& options, MeasureTimes* times) {
    Findings result;
    for (auto const& act : set.acts)
        result.languages.push_back(act->text.code == nullptr ? "" : act->text.code->language);
    for (auto const& act : set.acts)
        for (auto const& stretch : act->text.set_aside)
            result.set_aside.push_back(
                {stretch.why, act->text.id, act->text.text.segments[stretch.segment].provision});
    result.named = named_acts(set, options.threads);
    read_titles(set, options, result);
    auto const candidates = candidates_of(set, wanted, options.threads);
    auto const jobs = divide(set);
    std::vector<std::vector<Missed>> missed(set.program->measures.size());
    for (auto const& rank : set.program->ranks) {
        for (auto& job : read_rank(set, jobs, candidates, rank, options.threads, times)) {
            for (auto const& miss : job.missed) missed[miss.measure.index()].push_back(miss);
            for (auto& finding : job.findings) {
                if (finding.force == akn::Force::in_force)
                    set.found[finding.measure.index()].push_back(finding);
                result.findings.push_back(std::move(finding));
            }
        }
    }
    std::stable_sort(result.findings.begin(), result.findings.end(), [](Finding const& a, Finding const& b) {
        return std::tie(a.measure, a.document) < std::tie(b.measure, b.document);
    });
    explain(set, wanted, options, std::move(missed), result);
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
    UnitFindings read;
    for (std::size_t row = 0; row < set.acts.size(); ++row) {
        auto const& act = set.acts[row]->text;
        if (act.code == nullptr) continue;
        std::vector<std::uint32_t> units(act.text.units.size());
        std::iota(units.begin(), units.end(), 0U);
        UnitReader reader(set, DocumentId(row));
        auto const places = MeasurePlacer(set, *set.acts[row]).of(measure);
        MeasureReader(reader, set, DocumentId(row), measure, places).read(units, read);
    }
    return nearest(set, measure, std::move(read.missed), most);
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
