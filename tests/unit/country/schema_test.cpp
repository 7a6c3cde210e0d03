// The published schema of country.json, checked with a validator of its own where Python has one.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace fs = std::filesystem;

namespace {

bool runs(std::string const& command) {
    return std::system((command + " >/dev/null 2>&1").c_str()) == 0;
}

// Whether a file, or text of JSON, is valid by the schema.
bool valid(std::string const& python) {
    auto const schema = (fs::path(LACUNA_SOURCE_DIR) / "legislation" / "country.schema.json").string();
    return runs("python3 -c \"import json, jsonschema; jsonschema.validate(" + python + ", json.load(open('" +
                schema + "')))\"");
}

}  // namespace

TEST_CASE("the bundled country files are valid by the published schema, and the schema refuses") {
    if (!runs("python3 -c 'import jsonschema'")) {
        WARN("SKIPPED: python3-jsonschema is not there");
        return;
    }
    std::size_t files = 0;
    for (auto const& entry : fs::directory_iterator(fs::path(LACUNA_SOURCE_DIR) / "legislation")) {
        auto const file = entry.path() / "country.json";
        if (!fs::exists(file)) continue;
        INFO(file.string());
        CHECK(valid("json.load(open('" + file.string() + "'))"));
        ++files;
    }
    CHECK(files >= 3);
    std::string const good = "dict(schema='lacuna-country/1', code='xa', name='A', languages=['en']";
    CHECK(valid(good + ")"));
    CHECK_FALSE(valid(good + ", colour='red')"));
    CHECK_FALSE(valid("dict(schema='lacuna-country/1', code='xa', name='A')"));
    CHECK_FALSE(valid(good + ", acts=[dict(file='../outside.xml')])"));
}
