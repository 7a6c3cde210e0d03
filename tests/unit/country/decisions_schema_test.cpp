// The published schema against what the program writes and what it refuses.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace fs = std::filesystem;

namespace {

int run(std::string const& command) {
    return std::system((command + " >/dev/null 2>&1").c_str());
}

bool valid(fs::path const& file) {
    return run(fmt::format("python3 -c 'import json,sys,jsonschema; "
                           "jsonschema.Draft202012Validator(json.load(open(sys.argv[1]))).validate("
                           "json.load(open(sys.argv[2])))' '{}/schemas/decisions.schema.json' '{}'",
                           LACUNA_SOURCE_DIR, file.string())) == 0;
}

}  // namespace

TEST_CASE("decisions follow their schema") {
    if (run("python3 -c 'import jsonschema; jsonschema.Draft202012Validator'") != 0) {
        WARN("skipped: python3-jsonschema is not installed");
        return;
    }
    for (auto const* country : {"xa", "xb", "xc"}) {
        INFO(country);
        CHECK(valid(fs::path(LACUNA_SOURCE_DIR) / "mappings" / (std::string(country) + ".json")));
    }
    auto const bad = fs::path(LACUNA_BINARY_DIR) / "bad_decisions.json";
    std::ofstream(bad) << R"({"schema": "lacuna-decisions/1", "country": "xa", "decisions": [
        {"obligation": "uncc/7.1", "action": "map", "verdict": "covered", "reason": "r", "reviewer": "a",
         "date": "2026-01-01", "rests_on": [{"act": "x", "digest": "sha256:0"}]}]})";
    CHECK_FALSE(valid(bad));
    fs::remove(bad);
}
