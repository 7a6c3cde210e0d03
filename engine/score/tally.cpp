#include <algorithm>

#include "score/metrics.hpp"

namespace lacuna::score {
namespace {

[[nodiscard]] double one(bool value) {
    return value ? 1.0 : 0.0;
}

void count_missing(std::vector<GoldRow> const& gold, std::vector<PredictedRow> const& said, Tally& sum) {
    std::map<std::string, std::set<std::string>> by_obligation;
    for (auto const& row : said) by_obligation[row.obligation].merge(element_names(row.missing));
    for (auto const& [obligation, names] : by_obligation) {
        std::set<std::string> truth;
        bool asked = false;
        for (auto const& row : gold) {
            if (!obligation.empty() && !row.obligation.empty() && row.obligation != obligation) continue;
            asked = true;
            truth.merge(element_names(row.missing));
        }
        if (!asked) continue;
        for (auto const& name : names) sum.missing_right += one(truth.count(name) > 0);
        sum.missing_said += static_cast<double>(names.size());
        sum.missing_gold += static_cast<double>(truth.size());
    }
}

void count_pairs(Truth const& truth, Answer const& answer, Tally& sum) {
    sum.gold_pairs = static_cast<double>(truth.positive.size());
    for (auto const& [section, said] : answer.pairs) {
        if (truth.related.count(section) > 0) continue;
        ++sum.said_pairs;
        auto const right = truth.positive.find(section);
        if (right == truth.positive.end()) continue;
        ++sum.common_pairs;
        count_missing(right->second, said, sum);
        bool const gold = std::any_of(right->second.begin(), right->second.end(),
                                      [](auto const& row) { return row.broader(); });
        bool const ours =
            std::any_of(said.begin(), said.end(), [](auto const& row) { return row.is_broader(); });
        sum.broader_right += one(gold && ours);
        sum.broader_said += one(ours);
        sum.broader_gold += one(gold);
    }
}

void count_rank(Truth const& truth, Answer const& answer, Tally& sum) {
    auto order = answer.ranking;
    std::stable_sort(order.begin(), order.end(),
                     [](auto const& a, auto const& b) { return a.second > b.second; });
    sum.ranked = 1;
    double rank = 0;
    for (auto const& [section, score] : order) {
        if (truth.related.count(section) > 0) continue;
        ++rank;
        if (truth.positive.count(section) == 0) continue;
        sum.first = one(rank < 1.5);
        sum.third = one(rank < 3.5);
        sum.reciprocal = 1.0 / rank;
        return;
    }
}

}  // namespace

Tally tally(Truth const& truth, Answer const& answer) {
    Tally sum;
    bool const covered = !truth.positive.empty(), said = answer.says_covered();
    sum.questions = 1;
    sum.covered = one(covered);
    sum.gaps = one(!covered);
    sum.covered_right = one(covered && said);
    sum.gaps_right = one(!covered && !said);
    sum.gaps_said = one(!said);
    sum.strict_said = one(answer.covered);
    sum.strict_gold = one(truth.strict);
    sum.strict_right = one(answer.covered && truth.strict);
    auto const& whole = answer.covered_obligations;
    bool const all = !whole.empty() && (whole.count("") > 0 ||
                                        std::includes(whole.begin(), whole.end(), truth.obligations.begin(),
                                                      truth.obligations.end()));
    sum.whole_said = one(all);
    sum.whole_right = one(all && truth.strict_all);
    count_pairs(truth, answer, sum);
    if (covered) count_rank(truth, answer, sum);
    return sum;
}

Tally& Tally::operator+=(Tally const& o) {
    questions += o.questions, covered += o.covered, gaps += o.gaps;
    covered_right += o.covered_right, gaps_right += o.gaps_right, gaps_said += o.gaps_said;
    strict_said += o.strict_said, strict_gold += o.strict_gold, strict_right += o.strict_right;
    whole_said += o.whole_said, whole_right += o.whole_right;
    gold_pairs += o.gold_pairs, said_pairs += o.said_pairs, common_pairs += o.common_pairs;
    missing_right += o.missing_right, missing_said += o.missing_said, missing_gold += o.missing_gold;
    broader_right += o.broader_right, broader_said += o.broader_said, broader_gold += o.broader_gold;
    ranked += o.ranked, first += o.first, third += o.third, reciprocal += o.reciprocal;
    return *this;
}

}  // namespace lacuna::score
