#include "match/usage.hpp"

#include <chrono>

#include "match/evaluate_set.hpp"
#include "match/prepare.hpp"

namespace lacuna::match {
namespace {

using Clock = std::chrono::steady_clock;
[[nodiscard]] double milliseconds_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

// All that a rule can ask about: passages, and headings, which `heading has` reads.
[[nodiscard]] std::vector<View> views_of(ActText const& act) {
    std::vector<View> views;
    views.reserve(act.text.passages.size() + act.text.units.size());
    for (auto const& passage : act.text.passages) views.emplace_back(act, act.segments_of(passage));
    for (auto const& unit : act.text.units)
        if (unit.heading != text::Segment::none) views.emplace_back(act, std::span(&unit.heading, 1));
    return views;
}

void add_concepts(ActText const& act, Usage& usage) {
    auto views = views_of(act);
    for (auto& view : views) (void)view.numbers();  // once for all: no concept pays for the others
    for (std::size_t row = 0; row < usage.concepts.size(); ++row) {
        if (!act.code->concepts[row].pattern.valid()) continue;
        auto& of = usage.concepts[row];
        auto const start = Clock::now();
        for (auto& view : views) of.hits += view.concept_hits(ConceptId(row)).size();
        of.milliseconds += milliseconds_since(start);
    }
}

void add_findings(Findings const& findings, Usage& usage) {
    for (auto const& finding : findings.findings) {
        auto& of = usage.measures[finding.measure.index()];
        ++of.findings;
        for (std::size_t row = 0; row < finding.elements.size(); ++row) {
            auto const& element = finding.elements[row];
            if (element.found)
                ++of.elements[row];
            else if (!element.failed.empty())
                of.failed[row] = element.failed;
        }
    }
    for (auto const& miss : findings.near_misses) {
        auto& of = usage.measures[miss.measure.index()];
        if (of.nearest.empty()) of.nearest = miss.reason;
    }
}

void open(program::Program const& program, Usage& usage) {
    usage.concepts.resize(program.concepts.size());
    usage.measures.resize(program.measures.size());
    for (std::size_t row = 0; row < usage.measures.size(); ++row) {
        usage.measures[row].elements.resize(program.measures[row].elements.size());
        usage.measures[row].failed.resize(program.measures[row].elements.size());
    }
}

}  // namespace

void add_usage(program::Program const& program, akn::StatuteSet const& set, std::string const& language,
               bool timed, Usage& usage) {
    open(program, usage);
    SetText texts;
    EvaluateOptions const options{1, 1, language};
    prepare_set(program, set, options, texts);
    usage.texts += texts.documents();
    for (auto const& act : texts.acts) {
        usage.words += act->text.text.tokens.size();
        if (act->text.code != nullptr && timed) add_concepts(act->text, usage);
    }
    if (!timed) return add_findings(evaluate_set(texts, {}, options), usage);
    MeasureTimes times;
    add_findings(evaluate_set(texts, options, times), usage);
    for (std::size_t row = 0; row < times.size(); ++row) usage.measures[row].milliseconds += times[row];
}

BranchCount::BranchCount(program::Program const& program, dsl::Pack const& pack) : program_(program) {
    for (auto const& file : pack.files)
        for (auto const& declared : file.concepts) {
            BranchTrace trace(program, declared);
            auto const count = trace.branches().size();
            concepts_.push_back({&declared, std::move(trace), std::vector<BranchUsage>(count)});
        }
}

void BranchCount::add(akn::StatuteSet const& set, std::string const& language, std::string const& label) {
    Preparer preparer(program_);
    for (std::size_t row = 0; row < set.documents.size(); ++row)
        for (auto const& act : preparer.prepare_all(set.documents[row], DocumentId(row), language))
            if (act.code != nullptr) add(act, label);
}

void BranchCount::add(ActText const& act, std::string const& label) {
    auto views = views_of(act);
    for (auto& of : concepts_) {
        if (of.declared->language != act.code->language) continue;
        of.spoken = true;
        for (auto& view : views) {
            auto const& hits = of.trace.read(view);
            for (std::size_t branch = 0; branch < hits.size(); ++branch)
                if (hits[branch] > 0) of.branches[branch].hits[label] += hits[branch];
            of.excluded = of.excluded || of.trace.excluded(view);
        }
        for (std::size_t branch = 0; branch < of.branches.size(); ++branch) {
            auto& usage = of.branches[branch];
            usage.words = usage.words || !usage.hits.empty() ||
                          of.trace.any_word(act, *of.trace.branches()[branch].node);
        }
    }
}

}  // namespace lacuna::match
