#include "score/predict.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "score/saw.hpp"

namespace lacuna::score {
namespace {

using coverage::Judged;
using coverage::ObligationResult;
using coverage::Verdict;

// A section held against one obligation: its best finding.
struct Held {
    std::string eid;
    ObligationResult const* result = nullptr;
    Judged const* judged = nullptr;
    std::size_t passages = 1;  // of the section that hold it: how much of the section is about it
};

class Predictor {
  public:
    Predictor(program::Catalogue const& catalogue, coverage::Assessment const& assessment,
              akn::StatuteSet const& set, match::Findings const& findings, std::string const& file)
        : catalogue_(catalogue),
          instrument_(catalogue.at(assessment.instrument)),
          assessment_(assessment),
          set_(set),
          findings_(findings),
          file_(file) {}

    void article(coverage::ArticleResult const& article, bool apart) {
        article_ = article.article;
        auto const results = asked(article);
        std::vector<Held> held;
        for (auto const* result : results) hold(*result, held);
        auto const good = [](auto const* result) { return result->verdict == Verdict::covered; };
        bool const whole = !results.empty() && std::all_of(results.begin(), results.end(), good);
        if (apart)
            each_obligation(results, held);
        else
            as_one(held, whole, results.size());
        std::set<std::string> seen;
        for (auto const& item : held) seen.insert(item.eid);
        for (auto const* result : results) misses(*result, apart, seen);
    }
    [[nodiscard]] std::vector<PredictedRow> take() { return std::move(rows_); }

  private:
    [[nodiscard]] program::Obligation const& obligation(ObligationResult const& result) const {
        return instrument_.obligations[result.obligation.index()];
    }

    [[nodiscard]] std::vector<ObligationResult const*> asked(coverage::ArticleResult const& article) const {
        using Force = dsl::ForceOfDuty;
        std::vector<ObligationResult const*> duties, others;
        for (auto const row : article.obligations) {
            auto const& result = assessment_.obligations[row];
            auto const& item = obligation(result);
            if (!item.has_rules || item.policy) continue;
            bool const duty = item.force == Force::shall || item.force == Force::shall_dl;
            (duty ? duties : others).push_back(&result);
        }
        return duties.empty() ? others : duties;
    }

    [[nodiscard]] std::string eid_of(DocumentId document, ProvisionId unit) const {
        return unit.valid() ? section_of(std::string(set_.at(document).at(unit).eid)) : std::string();
    }

    // The findings of an obligation stand best first: the first of a section is its best.
    void hold(ObligationResult const& result, std::vector<Held>& held) const {
        for (auto const& judged : result.judged) {
            auto const& finding = findings_.findings[judged.finding];
            auto const eid = eid_of(finding.document, finding.unit);
            if (eid.empty() || judged.verdict == Verdict::gap) continue;
            auto const known = std::find_if(held.begin(), held.end(), [&](Held const& other) {
                return other.eid == eid && other.result == &result;
            });
            if (known != held.end())
                ++known->passages;
            else
                held.push_back({eid, &result, &judged, 1});
        }
    }

    [[nodiscard]] PredictedRow row_of(Held const& held, bool covered) const {
        auto const& judged = *held.judged;
        auto const& finding = findings_.findings[judged.finding];
        PredictedRow row = blank(held.eid, covered ? "covered" : "partial");
        row.missing = fmt::format("{}", fmt::join(judged.missing, ";"));
        row.broader = judged.broader ? "yes" : "no";
        auto const devoted = 0.001 * static_cast<double>(std::min<std::size_t>(held.passages, 20));
        auto const whole = judged.verdict == Verdict::covered ? 1.0 : 0.0;
        row.score = fmt::format("{:.4f}", 1.0 + judged.score + devoted + 0.05 * finding.headed + whole);
        row.saw = obligation(*held.result).id + ' ' + saw(catalogue_, set_, finding, judged.extra);
        return row;
    }

    [[nodiscard]] PredictedRow blank(std::string const& eid, std::string const& verdict) const {
        return {file_, eid, instrument_.name, article_, "", verdict, "", "", "", ""};
    }

    void each_obligation(std::vector<ObligationResult const*> const& results, std::vector<Held> const& held) {
        for (auto const* result : results) {
            bool const covered = result->verdict == Verdict::covered;
            bool shown = false;
            for (auto const& item : held) {
                if (item.result != result) continue;
                bool const full = covered && item.judged->verdict == Verdict::covered;
                shown = shown || full;
                rows_.push_back(row_of(item, full));
                rows_.back().obligation = obligation(*result).id;
            }
            if (!covered || shown) continue;  // covered by several sections together: said without one
            rows_.push_back(blank("", "covered"));
            rows_.back().obligation = obligation(*result).id;
        }
    }

    // One row for each section: an article judged whole is covered only when all its duties are; a section
    // that meets some of several duties lacks `scope`.
    void as_one(std::vector<Held> const& held, bool whole, std::size_t duties) {
        std::map<std::string, std::size_t> places;
        bool shown = false;
        for (auto const& item : held) {
            bool const full = whole && item.judged->verdict == Verdict::covered;
            shown = shown || full;
            auto const row = row_of(item, full);
            auto const [place, fresh] = places.try_emplace(item.eid, rows_.size());
            if (fresh)
                rows_.push_back(row);
            else
                merge(rows_[place->second], row);
        }
        for (auto const& [eid, place] : places)
            if (!whole && duties > 1) lacks_scope(rows_[place]);
        if (whole && !shown && !held.empty()) rows_.push_back(blank("", "covered"));
    }
    static void lacks_scope(PredictedRow& row) {
        constexpr std::string_view scope = "scope";
        if (row.missing.find(scope) == std::string::npos)
            row.missing += (row.missing.empty() ? "" : ";") + std::string(scope);
    }

    static void merge(PredictedRow& into, PredictedRow const& row) {
        if (row.verdict == "covered") into.verdict = "covered";
        if (row.is_broader()) into.broader = "yes";
        if (!row.missing.empty()) into.missing += (into.missing.empty() ? "" : ";") + row.missing;
        into.score = fmt::format("{:.4f}", std::stod(into.score) + std::stod(row.score));
        into.saw += " || " + row.saw;
    }

    void misses(ObligationResult const& result, bool apart, std::set<std::string> const& seen) {
        for (auto const index : result.near_misses) {
            auto const& miss = findings_.near_misses[index];
            auto const eid = eid_of(miss.document, miss.unit);
            if (eid.empty() || seen.count(eid) > 0) continue;
            auto row = blank(eid, "gap");
            if (apart) row.obligation = obligation(result).id;
            auto const elements = static_cast<double>(std::max<std::size_t>(miss.elements.size(), 1));
            row.score = fmt::format("{:.4f}", 0.5 * static_cast<double>(miss.found) / elements);
            row.saw = obligation(result).id + ' ' + saw(catalogue_, set_, miss);
            rows_.push_back(std::move(row));
        }
    }

    program::Catalogue const& catalogue_;
    program::Instrument const& instrument_;
    coverage::Assessment const& assessment_;
    akn::StatuteSet const& set_;
    match::Findings const& findings_;
    std::string const& file_;
    std::string article_;
    std::vector<PredictedRow> rows_;
};

}  // namespace

ToldApart told_apart(std::vector<GoldRow> const& rows) {
    ToldApart apart;
    for (auto const& row : rows) {
        auto const question = row.question();
        if (!row.obligation.empty()) apart[{question.convention, question.article}].insert(row.obligation);
    }
    return apart;
}

std::vector<PredictedRow> predict(program::Catalogue const& catalogue, coverage::Assessment const& assessment,
                                  akn::StatuteSet const& set, match::Findings const& findings,
                                  ToldApart const& apart, std::string const& file) {
    Predictor predictor(catalogue, assessment, set, findings, file);
    auto const& name = catalogue.at(assessment.instrument).name;
    for (auto const& article : assessment.articles)
        predictor.article(article, apart.count({name, article.article}) > 0);
    return predictor.take();
}

}  // namespace lacuna::score
