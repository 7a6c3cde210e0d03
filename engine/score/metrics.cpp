#include "score/metrics.hpp"

#include <algorithm>
#include <cmath>

#include "score/draw.hpp"
#include "score/words.hpp"

namespace lacuna::score {
namespace {

constexpr std::array<std::string_view, metric_count> names{
    "coverage_acc", "balanced_acc", "pair_P", "pair_R",    "pair_F1",   "strict_P",   "strict_P_all",
    "strict_R",     "gap_P",        "gap_R",  "missing_P", "missing_R", "missing_F1", "broader_P",
    "broader_R",    "broader_F1",   "hit@1",  "hit@3",     "MRR"};
constexpr double not_measured = std::numeric_limits<double>::quiet_NaN();

[[nodiscard]] double share(double part, double whole) {
    return whole > 0 ? part / whole : not_measured;
}
// 0, not unmeasured, when nothing was said but something is in the gold.
[[nodiscard]] double f1(double right, double said, double gold) {
    return share(2 * right, said + gold);
}

void blank(Metrics& values, Metric first) {
    auto const at = values.begin() + static_cast<std::ptrdiff_t>(first);
    std::fill(at, at + 3, not_measured);
}

[[nodiscard]] std::string group_of(Gold const& gold, Question const& question, By by) {
    switch (by) {
        case By::country:
            return question.convention + ' ' + gold.country.at(question.file);
        case By::file:
            return question.convention + ' ' + question.file;
        case By::article:
            return question.convention + '/' + question.article;
        case By::family:
            return question.convention + ' ' + gold.family.at(question.file);
        case By::instrument:
            break;
    }
    return question.convention;
}

[[nodiscard]] Interval percentile(std::vector<double> values) {
    if (values.empty()) return {};
    std::sort(values.begin(), values.end());
    auto const last = static_cast<double>(values.size() - 1);
    auto const low = static_cast<std::size_t>(.025 * last);
    auto const high = std::min(values.size() - 1, static_cast<std::size_t>(.975 * last + .5));
    return {values[low], values[high]};
}

void draw_intervals(std::map<std::string, Tally> const& files, Prediction const& prediction,
                    std::uint32_t draws, Score& result) {
    std::vector<Tally const*> rows;
    for (auto const& [name, sum] : files) rows.push_back(&sum);
    std::array<std::vector<double>, metric_count> drawn;
    Draw draw(7);
    for (std::uint32_t i = 0; i < draws; ++i) {
        Tally sum;
        for (std::size_t n = 0; n < rows.size(); ++n) sum += *rows[draw.below(rows.size())];
        auto const values = metrics(sum, prediction);
        for (std::size_t m = 0; m < metric_count; ++m)
            if (!std::isnan(values[m])) drawn[m].push_back(values[m]);
    }
    for (std::size_t m = 0; m < metric_count; ++m)
        if (!std::isnan(result.values[m])) result.intervals[m] = percentile(std::move(drawn[m]));
}

[[nodiscard]] Score score_group(std::string name, std::map<std::string, Tally> const& files,
                                Prediction const& prediction, std::uint32_t draws) {
    Score result;
    result.group = std::move(name);
    result.files = files.size();
    for (auto const& [file, sum] : files) result.sum += sum;
    result.values = metrics(result.sum, prediction);
    if (draws > 0 && files.size() > 1) draw_intervals(files, prediction, draws, result);
    return result;
}

}  // namespace

std::string_view to_string(Metric metric) {
    return names.at(static_cast<std::size_t>(metric));
}

Metrics metrics(Tally const& t, Prediction const& prediction) {
    Metrics values{
        share(t.covered_right + t.gaps_right, t.questions),
        (share(t.covered_right, t.covered) + share(t.gaps_right, t.gaps)) / 2,
        share(t.common_pairs, t.said_pairs),
        share(t.common_pairs, t.gold_pairs),
        f1(t.common_pairs, t.said_pairs, t.gold_pairs),
        share(t.strict_right, t.strict_said),
        share(t.whole_right, t.whole_said),
        share(t.strict_right, t.strict_gold),
        share(t.gaps_right, t.gaps_said),
        share(t.gaps_right, t.gaps),
        share(t.missing_right, t.missing_said),
        share(t.missing_right, t.missing_gold),
        f1(t.missing_right, t.missing_said, t.missing_gold),
        share(t.broader_right, t.broader_said),
        share(t.broader_right, t.broader_gold),
        f1(t.broader_right, t.broader_said, t.broader_gold),
        share(t.first, t.ranked),
        share(t.third, t.ranked),
        share(t.reciprocal, t.ranked),
    };
    if (!prediction.has_missing) blank(values, Metric::missing_p);
    if (!prediction.has_broader) blank(values, Metric::broader_p);
    return values;
}

std::vector<Score> score(Gold const& gold, Prediction const& prediction, ScoreOptions const& options) {
    std::map<std::string, std::map<std::string, Tally>> groups;
    std::map<std::string, Tally> all;
    for (auto const& truth : gold.truths) {
        auto const sum = tally(truth, prediction.at(truth.question));
        groups[group_of(gold, truth.question, options.by)][truth.question.file] += sum;
        all[truth.question.file] += sum;
    }
    if (options.by == By::instrument && options.together && groups.size() > 1) groups.emplace("all", all);
    std::vector<Score> scores;
    for (auto const& [name, files] : groups)
        scores.push_back(score_group(name, files, prediction, options.draws));
    std::stable_sort(scores.begin(), scores.end(),
                     [](Score const& a, Score const& b) { return natural_less(a.group, b.group); });
    return scores;
}

}  // namespace lacuna::score
