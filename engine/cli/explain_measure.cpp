#include "cli/explain_measure.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <ostream>

#include "base/suggest.hpp"
#include "match/evaluate_set.hpp"
#include "match/near_misses.hpp"
#include "match/nearest.hpp"
#include "match/prepare.hpp"
#include "program/program.hpp"
#include "report/text_style.hpp"

namespace lacuna::cli {
namespace {

class Explanation {
  public:
    Explanation(Session& session, program::Program const& program, akn::StatuteSet const& set,
                std::string const& language)
        : session_(session),
          program_(program),
          set_(set),
          language_(language),
          style_(session.colour_out(), 100) {}

    // True when the measure was found.
    bool print(MeasureId measure) {
        match::EvaluateOptions options;
        options.language = language_;
        options.explained.resize(program_.measures.size());
        options.explained[measure.index()] = true;
        match::SetText texts;
        match::prepare_set(program_, set_, options, texts);
        auto const findings = match::evaluate_set(texts, {}, options);
        auto const& row = program_.catalogue.at(measure);
        session_.out << fmt::format("{}  {}\n", style_.bold(row.name), row.title);
        bool found = false;
        for (auto const& finding : findings.findings) {
            if (finding.measure != measure) continue;
            found = true;
            head(finding.document, finding.passage, "found");
            element("gate", finding.gate);
            elements(measure, finding.document, finding.passage, finding.elements);
        }
        if (found) return true;
        auto misses = findings.near_misses;
        std::erase_if(misses, [&](match::NearMiss const& miss) { return miss.measure != measure; });
        if (misses.empty()) misses = match::misses_anywhere(texts, measure, options.near_misses);
        for (auto const& miss : misses) {
            head(miss.document, miss.passage, "not found: " + miss.reason);
            elements(measure, miss.document, miss.passage, miss.elements);
        }
        if (misses.empty()) absent(measure, findings);
        return false;
    }

  private:
    [[nodiscard]] std::string place(DocumentId document, ProvisionId provision) const {
        return provision.valid() ? std::string(set_.at(document).at(provision).eid) : "the preface";
    }

    void head(DocumentId document, ProvisionId passage, std::string const& what) {
        session_.out << fmt::format("\n{}  {}\n", style_.bold(place(document, passage)), what);
    }

    void elements(MeasureId measure, DocumentId document, ProvisionId passage,
                  std::vector<match::ElementResult> const& results) {
        auto const& names = program_.catalogue.at(measure).elements;
        for (std::size_t i = 0; i < results.size(); ++i) {
            auto const name = names[i].option ? "option " + names[i].name : names[i].name;
            element(name, results[i]);
            if (!results[i].found && !names[i].option) nearest(measure, document, passage, ElementId(i));
        }
    }

    void element(std::string const& name, match::ElementResult const& result) {
        if (result.found) {
            for (auto const& evidence : result.evidence) {
                auto const where =
                    evidence.via.valid()
                        ? fmt::format("{}, by {}", match::to_string(evidence.distance),
                                      program_.catalogue.at(evidence.via).name)
                        : fmt::format("{}, {}", match::to_string(evidence.distance), evidence.label);
                session_.out << style_.wrap(
                    fmt::format("  + {}: ", name), "      ",
                    fmt::format("{}  ({}{})", quote(evidence), where, through(evidence)));
            }
            if (result.evidence.empty() && name != "gate")
                session_.out << fmt::format("  + {}: {}\n", name, match::to_string(result.distance));
        } else if (!result.failed.empty()) {
            session_.out << style_.wrap(fmt::format("  - {}: ", name), "      ", result.failed);
        }
    }

    void nearest(MeasureId measure, DocumentId document, ProvisionId passage, ElementId id) {
        auto& act = acts_[document];
        if (!act)
            act = std::make_unique<match::NearestWords>(program_, set_.at(document), document, language_);
        for (auto const& row : act->of(measure, id, passage)) {
            std::vector<std::string> words;
            for (auto const& evidence : row.words)
                words.push_back(
                    fmt::format("{} in {}", quote(evidence), place(document, evidence.provision)));
            auto const what = !row.said           ? "the rules have no words for it in this language"
                              : row.words.empty() ? "no word of it is in the text"
                              : row.in_name
                                  ? fmt::format("only in the name of an act, which counts for nothing: {}",
                                                fmt::join(words, ", "))
                              : row.whole ? fmt::format("is in the text: {}", fmt::join(words, ", "))
                                          : fmt::format("only words of it: {}", fmt::join(words, ", "));
            session_.out << style_.wrap("      nearest: ", "        ", fmt::format("{}: {}", row.of, what));
        }
    }

    // No unit came near: each element of each act.
    void absent(MeasureId measure, match::Findings const& findings) {
        session_.out << "\nnot found: no concept that it needs occurs in any section\n";
        auto const& names = program_.catalogue.at(measure).elements;
        for (std::size_t row = 0; row < set_.documents.size(); ++row) {
            if (set_.documents.size() > 1) session_.out << fmt::format("{}\n", set_.path_of(DocumentId(row)));
            for (std::size_t i = 0; i < names.size(); ++i) {
                if (names[i].option) continue;
                session_.out << fmt::format("  - {}\n", names[i].name);
                nearest(measure, DocumentId(row), {}, ElementId(i));
            }
        }
        if (std::count(findings.languages.begin(), findings.languages.end(), "") > 0)
            session_.out << "  the rules do not speak the language of the text; name another with --lang\n";
    }

    // The definitions by which a term stands for what was looked for.
    [[nodiscard]] std::string through(match::Evidence const& evidence) const {
        std::string all;
        auto const& document = set_.at(evidence.document);
        for (auto const& by : evidence.through)
            all += fmt::format(", through the definition in {}: {}", place(evidence.document, by.provision),
                               document.text.substr(by.text_begin, by.text_end - by.text_begin));
        return all;
    }
    [[nodiscard]] std::string quote(match::Evidence const& evidence) const {
        auto const& text = set_.at(evidence.document).text;
        return fmt::format("“{}”", text.substr(evidence.text_begin, evidence.text_end - evidence.text_begin));
    }

    Session& session_;
    program::Program const& program_;
    akn::StatuteSet const& set_;
    std::string const& language_;
    report::TextStyle style_;
    std::map<DocumentId, std::unique_ptr<match::NearestWords>> acts_;  // those that came near, read once
};

[[nodiscard]] MeasureId find_measure(Session& session, program::Program const& program,
                                     std::string const& name) {
    if (auto const id = program.catalogue.measure(name); id.valid()) return id;
    std::vector<std::string> names;
    for (auto const& measure : program.catalogue.measures) names.push_back(measure.name);
    auto const near = suggest(name, names);
    session.diagnostics.add(diagnose(Code::rule_unknown_name, {},
                                     fmt::format("no measure is called '{}'", name),
                                     near.empty() ? "`lacuna rules doc` writes a page for each measure"
                                                  : fmt::format("did you mean '{}'?", near)));
    return {};
}

}  // namespace

int explain_measure(Session& session, Rules const& rules, akn::StatuteSet const& set,
                    std::string const& measure, std::string const& language) {
    auto const id = find_measure(session, *rules.program, measure);
    if (!id.valid()) return Exit::input_error;
    return Explanation(session, *rules.program, set, language).print(id) ? Exit::done : Exit::findings;
}

}  // namespace lacuna::cli
