// How well a prediction agrees with the gold: counts of each question, the measures that follow from their
// sum, and 95 % intervals by drawing files anew.
#pragma once

#include <array>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "score/prediction.hpp"

namespace lacuna::score {

enum class Metric : std::uint8_t {
    coverage_acc,
    balanced_acc,
    pair_p,
    pair_r,
    pair_f1,
    strict_p,
    strict_p_all,
    strict_r,
    gap_p,
    gap_r,
    missing_p,
    missing_r,
    missing_f1,
    broader_p,
    broader_r,
    broader_f1,
    hit_1,
    hit_3,
    mrr,
    count
};
inline constexpr auto metric_count = static_cast<std::size_t>(Metric::count);
[[nodiscard]] std::string_view to_string(Metric metric);

// Sums over questions. Doubles, because the reciprocal rank is one.
struct Tally {
    double questions = 0, covered = 0, gaps = 0, covered_right = 0, gaps_right = 0, gaps_said = 0;
    double strict_said = 0, strict_gold = 0, strict_right = 0, whole_said = 0, whole_right = 0;
    double gold_pairs = 0, said_pairs = 0, common_pairs = 0;
    double missing_right = 0, missing_said = 0, missing_gold = 0;
    double broader_right = 0, broader_said = 0, broader_gold = 0;
    double ranked = 0, first = 0, third = 0, reciprocal = 0;
    Tally& operator+=(Tally const& other);
};
[[nodiscard]] Tally tally(Truth const& truth, Answer const& answer);

// Not a number where nothing was to be measured.
using Metrics = std::array<double, metric_count>;
[[nodiscard]] Metrics metrics(Tally const& sum, Prediction const& prediction);

struct Interval {
    double low = std::numeric_limits<double>::quiet_NaN(), high = low;
};

struct Score {
    std::string group;
    Metrics values{};
    std::array<Interval, metric_count> intervals{};  // not numbers when files or measures are too few
    std::size_t files = 0;
    Tally sum;
    [[nodiscard]] double operator[](Metric metric) const { return values[static_cast<std::size_t>(metric)]; }
    [[nodiscard]] Interval const& interval(Metric metric) const {
        return intervals[static_cast<std::size_t>(metric)];
    }
};

enum class By : std::uint8_t { instrument, country, file, article, family };

struct ScoreOptions {
    By by = By::instrument;
    bool together = true;        // by instrument, and there are several: `all` too
    std::uint32_t draws = 1000;  // of files, for the intervals; 0: none
};
// One Score for each group, in natural order of their names.
[[nodiscard]] std::vector<Score> score(Gold const& gold, Prediction const& prediction,
                                       ScoreOptions const& options = {});

}  // namespace lacuna::score
