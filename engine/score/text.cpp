#include "score/text.hpp"

#include <fmt/format.h>

#include <cmath>

namespace lacuna::score {
namespace {

[[nodiscard]] std::string three(double value) {
    return std::isnan(value) ? std::string("-") : fmt::format("{:.3f}", value);
}

[[nodiscard]] std::string range_of(Interval const& interval, int digits) {
    if (std::isnan(interval.low)) return {};
    return fmt::format(" [{:.{}f}, {:.{}f}]", interval.low, digits, interval.high, digits);
}

constexpr std::array columns{Metric::coverage_acc, Metric::balanced_acc, Metric::pair_p, Metric::pair_r,
                             Metric::pair_f1,      Metric::strict_p,     Metric::gap_p,  Metric::gap_r,
                             Metric::missing_f1,   Metric::broader_f1,   Metric::hit_1,  Metric::hit_3,
                             Metric::mrr};

}  // namespace

std::string to_text(std::vector<Score> const& scores) {
    std::string text;
    for (auto const& score : scores) {
        auto const& sum = score.sum;
        text += fmt::format(
            "## {}\nfiles {}  articles {}  articles_covered {}  gaps {}  gold_pairs {}  "
            "pred_pairs {}  common_pairs {}\n",
            score.group, score.files, sum.questions, sum.covered, sum.gaps, sum.gold_pairs, sum.said_pairs,
            sum.common_pairs);
        for (std::size_t i = 0; i < metric_count; ++i) {
            auto const metric = static_cast<Metric>(i);
            auto range = range_of(score.interval(metric), 3);
            if (!range.empty()) range.insert(0, " ");
            text += fmt::format("{:16} {}{}\n", to_string(metric), three(score[metric]), range);
        }
        text += '\n';
    }
    return text;
}

std::string to_table(std::vector<Score> const& scores, std::string const& title) {
    auto text = fmt::format("| {} | files | articles | gaps | pairs |", title);
    std::string rule = "|---|---|---|---|---|";
    for (auto const metric : columns) {
        text += fmt::format(" {} |", to_string(metric));
        rule += "---|";
    }
    text += '\n' + rule + '\n';
    for (auto const& score : scores) {
        text += fmt::format("| {} | {} | {} | {} | {} |", score.group, score.files, score.sum.questions,
                            score.sum.gaps, score.sum.gold_pairs);
        for (auto const metric : columns) {
            bool const shown =
                (metric == Metric::coverage_acc || metric == Metric::pair_f1) && score.files > 2;
            text += fmt::format(" {}{} |", three(score[metric]),
                                shown ? range_of(score.interval(metric), 2) : std::string());
        }
        text += '\n';
    }
    return text;
}

std::string to_text(std::vector<Error> const& errors) {
    std::string text;
    for (auto const& error : errors) {
        auto const& q = error.question;
        text += fmt::format("{:8} {} {}/{}{}: {}\n", error.kind, q.file, q.convention, q.article,
                            error.section.empty() ? "" : ' ' + error.section, error.message);
        for (auto const& line : error.saw) text += fmt::format("           saw {}\n", line);
    }
    return text;
}

}  // namespace lacuna::score
