// What `lacuna evaluate` prints is what the gold's own scorer says of the predictions that it writes.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <random>
#include <sstream>
#include <string>

#include "support/shared.hpp"
#include "support/shell.hpp"

namespace fs = std::filesystem;

namespace {

// The measures, group by group; what else the two print (counts of what is left out) may differ.
std::string measures(std::string const& text) {
    std::istringstream in(text);
    std::string kept;
    for (std::string line; std::getline(in, line);) {
        bool const group = line.rfind("## ", 0) == 0;
        auto const space = line.find(' ');
        bool const measure = space != std::string::npos &&
                             line.find_first_of("0123456789-", space) == line.find_first_not_of(' ', space);
        if (group || (measure && line.rfind("files ", 0) != 0 && line.rfind("left", 0) != 0))
            kept += line + '\n';
    }
    return kept;
}

}  // namespace

TEST_CASE("evaluate prints what the gold's scorer says of its predictions") {
    auto const gold = lacuna::test::shared("gold");
    auto const statutes = lacuna::test::shared("corpus/statutes");
    if (gold.empty() || statutes.empty()) return;
    if (lacuna::test::shell("python3 --version 2>&1").exit != 0) {
        WARN("skipped: no python3");
        return;
    }
    auto const file = (fs::temp_directory_path() /
                       ("lacuna-predictions-" + std::to_string(std::random_device{}()) + ".csv"))
                          .string();
    auto const ours = lacuna::test::shell(fmt::format(
        "cd '{}' && '{}/lacuna' evaluate --rules '{}/rules' --gold '{}' . "
        "--exclude uncc/21,budapest/13 --boot 0 --predictions '{}'",
        statutes.string(), LACUNA_BINARY_DIR, LACUNA_SOURCE_DIR, (gold / "read.csv").string(), file));
    REQUIRE(ours.exit == 0);
    auto const theirs =
        lacuna::test::shell(fmt::format("python3 '{}' '{}' '{}' --exclude uncc/21,budapest/13 --boot 0",
                                        (gold / "score.py").string(), (gold / "read.csv").string(), file));
    fs::remove(file);
    REQUIRE(theirs.exit == 0);
    CHECK(measures(ours.text).find("hit@1") != std::string::npos);
    CHECK(measures(ours.text) == measures(theirs.text));
}
