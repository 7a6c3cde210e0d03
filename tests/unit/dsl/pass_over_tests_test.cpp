// A run that needs no tests passes over them, and loses nothing that stands around them.
#include <catch2/catch.hpp>

#include "base/render.hpp"
#include "dsl/parse.hpp"
#include "support/golden.hpp"

using namespace lacuna;

namespace {

struct Read {
    SourceMap sources;
    Diagnostics found;
    dsl::File file;
    explicit Read(std::string const& text) {
        dsl::ParseLimits limits;
        limits.tests = false;
        auto const id = sources.add("r.lac", text);
        file = dsl::parse(sources.at(id), id, found, limits);
    }
};

constexpr auto before = "lexicon en\nconcept a { \"a\" }\n";
constexpr auto after = "\nconcept b { \"b\" }\n";

}  // namespace

TEST_CASE("tests are passed over, and what follows is read") {
    for (auto const* const test : {
             "test a in en {\n  yes \"A } brace, a \\\" quote and // no comment\"\n  no \"b\"  // a } "
             "comment\n}",
             "test a in en { yes \"one line\" }",
             "test a in en {\n  yes \"of two\n  lines\"\n}",
             "test a in en {\n  maybe \"wrong, and nobody's business here\"\n}",
         }) {
        INFO(test);
        Read const read(std::string(before) + test + after);
        INFO(render(read.found.sorted(), read.sources));
        CHECK(read.found.errors() == 0);
        CHECK(read.file.tests.empty());
        CHECK(read.file.concepts.size() == 2);
    }
}

TEST_CASE("a test whose end is not plain is read, so that nothing is lost with it") {
    for (auto const* const test : {
             "test a in en {\n  yes \"no brace\"",
             "test a in en {\n  yes \"no quote\n  no \"b\"\n}",
             "test a in en {\n  yes \"no quote }",
             "test a in en yes \"a\"",
         }) {
        INFO(test);
        Read const read(std::string(before) + test + after);
        CHECK(read.found.errors() > 0);
        CHECK(read.file.concepts.size() == 2);
    }
}
