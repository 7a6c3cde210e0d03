// An element's name in a condition stands for what is written after it.
#include <catch2/catch.hpp>
#include <sstream>
#include <string>

#include "base/source.hpp"
#include "dsl/check.hpp"
#include "dsl/format.hpp"
#include "dsl/parse.hpp"

using namespace lacuna;

namespace {

std::string const before =
    "lexicon en\nconcept a { \"one\" }\nconcept b { \"two\" }\nconcept c { \"three\" }\n"
    "kind k { elements deed, conduct, object }\nmeasure m : k \"M\" {\n";

// The tree of the measure with these clauses, without what says where it stands.
std::string tree(std::string const& clauses) {
    SourceMap sources;
    Diagnostics found;
    auto const id = sources.add("r.lac", before + clauses + "\n}\n");
    auto const file = dsl::parse(sources.at(id), id, found);
    REQUIRE(found.errors() == 0);
    return dsl::dump(file);
}

// The messages of what is wrong with it.
std::string wrong(std::string const& clauses) {
    SourceMap sources;
    Diagnostics found;
    auto const id = sources.add("r.lac", before + clauses + "\n}\n");
    dsl::Pack pack;
    pack.files.push_back(dsl::parse(sources.at(id), id, found));
    dsl::check(pack, found);
    std::string all;
    for (auto const& one : found.sorted()) all += one.message + "\n";
    return all;
}

}  // namespace

TEST_CASE("the name of an element stands for its condition") {
    CHECK(tree("deed = a near b\n conduct = deed and c in passage\n needs deed") ==
          tree("deed = a near b\n conduct = (a near b) and c in passage\n needs deed"));
    CHECK(tree("gate = conduct\n deed = a\n conduct = deed or b\n needs deed") ==
          tree("gate = a or b\n deed = a\n conduct = a or b\n needs deed"));
    CHECK(tree("conduct = a or b\n needs conduct\n unless not (conduct) and c") ==
          tree("conduct = a or b\n needs conduct\n unless not (a or b) and c"));
}

TEST_CASE("an element is named below its own line, where a whole condition stands") {
    auto const told = "'conduct' is an element; here a concept is needed\n";
    CHECK(wrong("deed = conduct\n conduct = a\n needs deed") == told);
    CHECK(wrong("conduct = a\n deed = conduct near b\n needs deed") == told);
    CHECK(wrong("conduct = conduct and a\n needs conduct") == told);
    CHECK(wrong("conduct = a\n deed = b\n needs deed\n unless heading has conduct") == told);
    CHECK(wrong("conduct = a\n deed = conduct and b\n needs deed").empty());
}

TEST_CASE("names that each double the one before end in an error, not in all the memory") {
    std::ostringstream clauses;
    clauses << "option o0 = a and b\n";
    for (int row = 1; row < 60; ++row)
        clauses << "option o" << row << " = (o" << row - 1 << " and a) or (o" << row - 1 << " and b)\n";
    clauses << "deed = a\n needs deed";
    auto const errors = wrong(clauses.str());
    CHECK(
        errors.find("cannot be written out here: with what the elements name, the measure grows by more than "
                    "4096 parts") != std::string::npos);
    CHECK(errors.find("here a concept is needed") == std::string::npos);
}
