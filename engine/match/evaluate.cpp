#include "match/evaluate.hpp"

#include <algorithm>
#include <tuple>

#include "match/act_repeals.hpp"
#include "match/evaluate_set.hpp"
#include "match/named_acts.hpp"
#include "match/near_misses.hpp"
#include "match/part_findings.hpp"
#include "match/prepare.hpp"
#include "match/rank_reader.hpp"
#include "match/title_laws.hpp"
#include "match/view.hpp"

namespace lacuna::match {
namespace {

// Words that an amending act takes out of another or puts into it (`quotedText`) are not its own.
void mark_quoted(SetText const& set, std::vector<Finding>& findings) {
    for (auto& finding : findings) {
        auto const& quotations = set.acts[finding.document.index()]->text.document->quotations;
        if (quotations.empty()) continue;
        auto const of_another = [&](Evidence const& evidence) {
            return std::any_of(quotations.begin(), quotations.end(), [&](akn::Quotation const& row) {
                return evidence.document == finding.document && evidence.text_begin < row.text_end &&
                       row.text_begin < evidence.text_end;
            });
        };
        for (auto const& element : finding.elements)
            finding.quoted =
                finding.quoted || std::any_of(element.evidence.begin(), element.evidence.end(), of_another);
    }
}

// The measures that others ask for: only of these is it kept what was found of them.
[[nodiscard]] std::vector<bool> asked_for(program::Program const& program) {
    std::vector<bool> asked(program.measures.size());
    for (auto const& node : program.conditions)
        if (node.kind == dsl::Condition::Kind::measure || node.kind == dsl::Condition::Kind::refers_to)
            asked[node.value] = true;
    return asked;
}

[[nodiscard]] Findings evaluate_ranks(SetText& set, std::vector<bool> const& wanted,
                                      EvaluateOptions const& options, MeasureTimes* times) {
    Findings result;
    for (std::size_t row = 0; row < set.documents(); ++row) {
        auto const* const code = set.acts[row]->text.code;
        result.languages.push_back(code == nullptr ? "" : code->language);
    }
    result.parts = set.languages;
    for (auto const& act : set.acts)
        for (auto const& stretch : act->text.set_aside)
            result.set_aside.push_back(
                {stretch.why, act->text.id, act->text.text.segments[stretch.segment].provision});
    set.repeals = act_repeals(set, options.threads);
    result.repeals = set.repeals;
    result.named = named_acts(set, options.threads);
    for (auto& act : result.named) act.document = set.document_of(act.document);
    read_titles(set, options, result);
    auto const asked = asked_for(*set.program);
    RankReader const reader(set, wanted, options.threads);
    std::vector<std::vector<Sought>> sought(set.program->measures.size());
    for (auto const& rank : set.program->ranks) {
        auto read = reader.read(rank, times);
        for (auto& [measure, act] : read.sought)
            if (options.explains(measure)) sought[measure.index()].push_back(std::move(act));
        for (auto& finding : read.findings) {
            auto const measure = finding.measure.index();
            if (asked[measure] && finding.force == akn::Force::in_force)
                set.found[measure].push_back(finding);
            result.findings.push_back(std::move(finding));
        }
    }
    add_near_misses(set, wanted, options, sought, result, times);
    name_documents(set, result);
    mark_quoted(set, result.findings);
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
    auto const& laws = program.catalogue.laws;  // what titles are asked for
    bool const is_law = std::find(laws.begin(), laws.end(), id) != laws.end();
    Preparer preparer(program);
    auto act = is_law ? preparer.prepare_title(document, std::string(language))
                      : preparer.prepare(document, DocumentId(std::size_t{0}), std::string(language));
    if (!id.valid() || act.code == nullptr) return found;
    act.terms = DefinedTerms(act, Definitions(act, program.known), program.known);
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
