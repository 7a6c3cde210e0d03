// The tests that stand beside the rules: each example is an act of its own.
#include <fmt/format.h>

#include <algorithm>

#include "dsl/branches.hpp"
#include "dsl/check.hpp"
#include "match/concept_miss.hpp"
#include "match/evaluate.hpp"
#include "match/evaluate_set.hpp"
#include "match/near_misses.hpp"
#include "match/nearest.hpp"
#include "match/prepare.hpp"

namespace lacuna::match {
namespace {

using ExampleKind = dsl::Example::Kind;

class TestRunner {
  public:
    TestRunner(program::Program const& program, dsl::Pack const& pack, Diagnostics& diagnostics)
        : program_(program), pack_(pack), preparer_(program), diagnostics_(diagnostics) {}

    void run(dsl::Test const& test) {
        auto const measure = program_.catalogue.measure(test.name.text);
        for (auto const& example : test.examples) {
            auto const wrong =
                measure.valid() ? wrong_measure(measure, test, example) : wrong_concept(test, example);
            report(test, example, wrong);
        }
    }
    [[nodiscard]] TestSummary const& summary() const { return summary_; }

  private:
    // What differs from what the example expects; empty when nothing does.
    using Wrong = std::vector<std::string>;

    [[nodiscard]] Wrong wrong_concept(dsl::Test const& test, dsl::Example const& example) {
        auto const document = akn::document_from_text(example.text.value, test.language);
        auto const found = find_concept(program_, test.name.text, document, test.language);
        if (found.empty() == (example.kind == ExampleKind::no)) return {};
        if (found.empty()) return {"not found; " + why_not(test, document)};
        return {fmt::format("found, and should not be: “{}”",
                            document.text.substr(found.front().text_begin,
                                                 found.front().text_end - found.front().text_begin))};
    }

    // The program in which every part of a pattern can be asked for is made when first needed.
    [[nodiscard]] std::string why_not(dsl::Test const& test, akn::Document const& document) {
        if (!traceable_) {
            Diagnostics ignored;
            traceable_ = program::compile(dsl::traceable(pack_), ignored);
        }
        for (auto const& file : pack_.files)
            for (auto const& declared : file.concepts) {
                if (declared.name.text != test.name.text || declared.language != test.language) continue;
                BranchTrace const trace(*traceable_, declared);
                auto const act =
                    Preparer(*traceable_).prepare(document, DocumentId(std::size_t{0}), test.language);
                auto const named = told_by_name(act, traceable_->concept_id(declared.name.text));
                return named.empty() ? why_no_concept(trace, declared, act) : named;
            }
        return "it is not said in this language";
    }

    [[nodiscard]] Wrong wrong_measure(MeasureId measure, dsl::Test const& test, dsl::Example const& example) {
        auto const document = akn::document_from_text(example.text.value, test.language);
        SetText set;
        open_set(program_, set);
        set.options_explained = true;
        set.acts.push_back(std::make_unique<ActContext>(
            preparer_.prepare(document, DocumentId(std::size_t{0}), test.language), program_.known));
        auto const findings = evaluate_set(set, asked_by(measure), {1, 1, test.language});
        Wrong nearest;
        bool found = false;
        for (auto const& finding : findings.findings) {
            if (finding.measure != measure) continue;
            if (example.kind == ExampleKind::no) return {"found: " + quote(document, finding)};
            auto const wrong = wrong_elements(finding, example, document);
            if (!found || wrong.size() < nearest.size()) nearest = wrong;
            found = true;
        }
        if (found || example.kind == ExampleKind::no) return nearest;
        auto const& act = set.acts.front()->text;
        for (auto const& miss : findings.near_misses)
            if (miss.measure == measure) return {"not found; " + miss.reason + also(act, measure)};
        for (auto const& miss : misses_anywhere(set, measure, 1))
            return {"not found; " + miss.reason + also(act, measure)};
        return {"not found; no concept that it needs occurs: " + needed(measure) + also(act, measure)};
    }

    [[nodiscard]] std::string needed(MeasureId measure) const {
        std::string names;
        for (auto const id : program_.at(measure).looked_for)
            names += (names.empty() ? "" : ", ") + program_.concepts[id.index()];
        return names.empty() ? "it names none" : names;
    }

    // Of what the measure needs: what the language has no words for, and what only stands in the name of an
    // act.
    [[nodiscard]] std::string also(ActText const& act, MeasureId measure) const {
        std::string told;
        for (auto const id : program_.at(measure).looked_for) {
            if (act.code != nullptr && !act.code->at(id).pattern.valid())
                told += fmt::format("; the lexicon of {} does not say {}", act.code->language,
                                    program_.concepts[id.index()]);
            else if (auto const one = told_by_name(act, id); !one.empty())
                told += "; " + one;
        }
        return told;
    }

    // The measure and all that it asks for.
    [[nodiscard]] std::vector<bool> const& asked_by(MeasureId measure) {
        auto& wanted = wanted_[measure.value];
        if (wanted.empty()) {
            wanted.resize(program_.measures.size());
            mark(measure, wanted);
        }
        return wanted;
    }
    void mark(MeasureId measure, std::vector<bool>& wanted) const {
        if (wanted[measure.index()]) return;
        wanted[measure.index()] = true;
        auto const& code = program_.at(measure);
        mark(code.gate, wanted);
        mark(code.needs, wanted);
        for (auto const id : code.unless) mark(id, wanted);
        for (auto const id : code.elements) mark(id, wanted);
    }
    void mark(program::ConditionId id, std::vector<bool>& wanted) const {
        if (!id.valid()) return;
        auto const& node = program_.at(id);
        if (node.kind == dsl::Condition::Kind::measure || node.kind == dsl::Condition::Kind::refers_to)
            mark(MeasureId(node.value), wanted);
        for (auto row = node.child_begin; row < node.child_end; ++row)
            mark(program_.condition_children[row], wanted);
    }

    [[nodiscard]] static std::string quote(akn::Document const& document, Finding const& finding) {
        std::string text;
        for (auto const& element : finding.elements)
            for (auto const& evidence : element.evidence)
                if (text.empty() && element.found)
                    text = document.text.substr(evidence.text_begin, evidence.text_end - evidence.text_begin);
        return "“" + text + "”";
    }

    [[nodiscard]] Wrong wrong_elements(Finding const& finding, dsl::Example const& example,
                                       akn::Document const& document) const {
        Wrong wrong;
        auto const& row = program_.catalogue.at(finding.measure);
        for (auto const& name : example.with) {
            auto const id = row.element(name.text);
            if (!id.valid() || !finding.has(id))
                wrong.push_back(
                    fmt::format("{} not found: {}", name.text,
                                id.valid() ? finding.elements[id.index()].failed : "no such element"));
        }
        for (auto const& name : example.without) {
            auto const id = row.element(name.text);
            if (!id.valid() || !finding.has(id)) continue;
            auto const& evidence = finding.elements[id.index()].evidence;
            auto const text = evidence.empty() ? std::string()
                                               : document.text.substr(
                                                     evidence.front().text_begin,
                                                     evidence.front().text_end - evidence.front().text_begin);
            wrong.push_back(fmt::format("{} found, and should not be: “{}”", name.text, text));
        }
        return wrong;
    }

    void report(dsl::Test const& test, dsl::Example const& example, Wrong const& wrong) {
        if (example.kind == ExampleKind::todo) {
            ++summary_.todo;
            if (wrong.empty())
                diagnostics_.add(diagnose(Code::test_todo_passes, example.span,
                                          fmt::format("a known miss of {} is found now", test.name.text),
                                          "make it a `yes`"));
            return;
        }
        ++(wrong.empty() ? summary_.passed : summary_.failed);
        if (wrong.empty()) return;
        auto failure =
            diagnose(Code::test_failed, example.span, fmt::format("test of {} fails", test.name.text));
        failure.notes = wrong;
        diagnostics_.add(std::move(failure));
    }

    program::Program const& program_;
    dsl::Pack const& pack_;
    program::ProgramPtr traceable_;
    Preparer preparer_;
    Diagnostics& diagnostics_;
    TestSummary summary_;
    std::map<std::uint32_t, std::vector<bool>> wanted_;
};

}  // namespace

TestSummary run_tests(program::Program const& program, dsl::Pack const& pack, std::string_view only,
                      Diagnostics& diagnostics) {
    TestRunner runner(program, pack, diagnostics);
    for (auto const& file : pack.files)
        for (auto const& test : file.tests)
            if (dsl::is_called(test.name.text, only)) runner.run(test);
    return runner.summary();
}

}  // namespace lacuna::match
