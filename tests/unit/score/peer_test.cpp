// The measures equal those of the scorer that stands with the gold, to the last digit it prints: both read
// the same gold and the same prediction.
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "score/metrics.hpp"
#include "score/words.hpp"
#include "support/golden.hpp"
#include "support/shared.hpp"

namespace fs = std::filesystem;
namespace score = lacuna::score;

namespace {

// The gold as a prediction, spoilt here and there: rows lost, verdicts turned, elements and sections changed.
std::vector<score::PredictedRow> spoilt(std::vector<score::GoldRow> const& gold) {
    std::mt19937 random(3);
    std::vector<score::PredictedRow> rows;
    for (auto const& row : gold) {
        auto const fate = random() % 10;
        if (fate == 0 || (!row.positive() && fate > 3)) continue;
        std::string const eid = fate == 1 && !row.eid.empty() ? "sec_999" : row.eid;
        std::string const verdict = fate == 2 ? "gap" : fate == 3 || row.strict() ? "covered" : "partial";
        std::string const missing = fate == 4 ? "mental;purpose" : row.missing;
        rows.push_back({row.file, eid, row.convention, row.article, fate == 5 ? "" : row.obligation, verdict,
                        missing, (fate == 6) != row.broader() ? "yes" : "no", std::to_string(random() % 100),
                        ""});
    }
    return rows;
}

std::string peer_output(fs::path const& folder, fs::path const& prediction) {
    auto const out = prediction.string() + ".txt";
    auto const command = "python3 '" + (folder / "score.py").string() + "' '" +
                         (folder / "read.csv").string() + "' '" + prediction.string() +
                         "' --exclude uncc/21,budapest/13 > '" + out + "'";
    REQUIRE(std::system(command.c_str()) == 0);
    return lacuna::test::slurp(out);
}

std::string three(double value) {
    if (std::isnan(value)) return "-";
    char text[32];
    std::snprintf(text, sizeof text, "%.3f", value);
    return text;
}

std::string as_peer(std::vector<score::Score> const& scores) {
    std::ostringstream out;
    for (auto const& one : scores) {
        out << "## " << one.group << '\n';
        for (std::size_t m = 0; m < score::metric_count; ++m) {
            auto const metric = static_cast<score::Metric>(m);
            auto name = std::string(score::to_string(metric));
            name.resize(16, ' ');
            out << name << ' ' << three(one[metric]);
            if (auto const& range = one.interval(metric); !std::isnan(range.low))
                out << "  [" << three(range.low) << ", " << three(range.high) << ']';
            out << '\n';
        }
    }
    return out.str();
}

std::string only_measures(std::string const& text) {
    std::istringstream in(text);
    std::string kept;
    for (std::string line; std::getline(in, line);)
        if (line.rfind("files ", 0) != 0 && line.rfind("left out", 0) != 0 && !line.empty())
            kept += line + '\n';
    return kept;
}

}  // namespace

TEST_CASE("measures and intervals equal those of the gold's own scorer") {
    auto const folder = lacuna::test::shared("gold");
    if (folder.empty()) return;
    if (std::system("python3 --version > /dev/null 2>&1") != 0) {
        WARN("skipped: no python3");
        return;
    }
    auto const rows = score::gold_rows(score::parse_csv(lacuna::test::slurp(folder / "read.csv")));
    score::GoldOptions options;
    options.exclude = {"uncc/21", "budapest/13"};
    auto const gold = score::read_gold(rows, options);
    auto const said = spoilt(rows);
    auto const file =
        fs::temp_directory_path() / ("lacuna-peer-" + std::to_string(std::random_device{}()) + ".csv");
    std::ofstream(file) << score::to_csv(said);
    auto const theirs = only_measures(peer_output(folder, file));
    fs::remove(file);
    fs::remove(file.string() + ".txt");
    CHECK(as_peer(score::score(gold, score::read_prediction(said, gold), {})) == theirs);
}
