// The published schema against what the program writes and what it refuses.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "country/decisions.hpp"

using namespace lacuna;

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

bool no_validator() {
    if (run("python3 -c 'import jsonschema; jsonschema.Draft202012Validator'") == 0) return false;
    WARN("skipped: python3-jsonschema is not installed");
    return true;
}

}  // namespace

TEST_CASE("the bundled decisions follow their schema") {
    if (no_validator()) return;
    for (auto const* country : {"xa", "xb", "xc"}) {
        INFO(country);
        CHECK(valid(fs::path(LACUNA_SOURCE_DIR) / "mappings" / (std::string(country) + ".json")));
    }
}

TEST_CASE("what the program writes follows the schema, and the schema refuses what the program refuses") {
    if (no_validator()) return;
    auto const file = fs::path(LACUNA_BINARY_DIR) / "written_decisions.json";
    auto const written = [&](country::Decision const& decision) {
        std::ofstream(file) << country::to_json({"xa", {decision}});
        auto const good = valid(file);
        fs::remove(file);
        return good;
    };
    country::Decision mapped{"uncc",
                             "7.1",
                             country::Decision::Action::map,
                             "covered",
                             "r",
                             "a",
                             "2026-01-01",
                             {{"/xa/act", "sec_1", "sha256:" + std::string(64, '0')}},
                             {}};
    CHECK(written(mapped));
    SECTION("a provision that is mapped has a name") {
        mapped.rests_on[0].provision.clear();
        CHECK_FALSE(written(mapped));
    }
    SECTION("and only adds to the verdict") {
        mapped.verdict = "gap";
        CHECK_FALSE(written(mapped));
    }
    SECTION("a digest is whole") {
        mapped.rests_on[0].digest = "sha256:0";
        CHECK_FALSE(written(mapped));
    }
    SECTION("a rejected provision has no verdict") {
        mapped.action = country::Decision::Action::reject;
        CHECK_FALSE(written(mapped));
        mapped.verdict.clear();
        CHECK(written(mapped));
    }
}
