// Rule files that are too large, too deep, too wrong or no text: a few clear errors, soon.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <chrono>

#include "base/files.hpp"
#include "dsl/check.hpp"
#include "dsl/parse.hpp"
#include "support/golden.hpp"

using namespace lacuna;

namespace {

struct Judged {
    std::vector<Diagnostic> errors;
    double seconds = 0;
    [[nodiscard]] std::string codes() const {
        std::string all;
        for (auto const& one : errors) {
            auto const code = std::string(info(one.code).code);
            if (all.find(code) == std::string::npos) all += (all.empty() ? "" : " ") + code;
        }
        return all;
    }
};

Judged judge(std::string const& text) {
    auto const start = std::chrono::steady_clock::now();
    SourceMap sources;
    auto const id = sources.add("rules.lac", text);
    Diagnostics diagnostics;
    dsl::Pack pack;
    pack.files.push_back(dsl::parse(sources.at(id), id, diagnostics));
    dsl::check(pack, diagnostics);
    return {diagnostics.sorted(),
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count()};
}

std::string repeated(std::string const& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}
std::string numbered(char const* form, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += fmt::format(fmt::runtime(form), i, i + 1);
    return all;
}

struct Case {
    std::string name, text, codes;
};

}  // namespace

TEST_CASE("a hostile rule file gives a few errors, soon") {
    std::string const en = "lexicon en\n";
    auto const row = GENERATE_COPY(values<Case>({
        {"deep", en + "concept a { " + repeated("(", 500000) + "\"a\"" + repeated(")", 500000) + " }",
         "R010"},
        {"deep, never closed", en + "concept a { " + repeated("(", 500000), "R010"},
        {"deep condition",
         en + "concept a { \"a\" }\nkind k { elements e }\nmeasure m : k \"M\" { e = " +
             repeated("(", 100000) + "a" + repeated(")", 100000) + " needs e }",
         "R010"},
        {"deep list of conditions",
         en + "kind k { elements e }\nmeasure m : k \"M\" { e = " + repeated("1 of (", 100000) + "a" +
             repeated(")", 100000) + " needs e }",
         "R010"},
        {"deep met by",
         "instrument i \"I\" { article 1 \"A\" { obligation 1.1 shall \"T\" met by " +
             repeated("each of (", 100000) + "m" + repeated(")", 100000) + " } }",
         "R010"},
        {"deep, beside other mistakes",
         en + "concept { }\nconcept a { " + repeated("(", 200) + "\"a\"" + repeated(")", 200) +
             " }\nconcept b { | }",
         "R010"},
        {"wide", en + "concept a { \"a\"" + numbered(" | \"w{}\"", 100000) + " }", "R009"},
        {"a text without an end", en + "concept a { \"" + repeated("x", 5000000), "R006"},
        {"nothing but mistakes", en + repeated("concept { \n", 100000), "R001 R019"},
        {"twice, again and again", en + repeated("concept a { \"a\" }\n", 20000), "R004 R019"},
        {"unknown names", en + numbered("concept c{} {{ x{} }}\n", 10000), "R003 R019"},
        {"a long circle", en + numbered("concept c{} {{ c{} }}\n", 5000) + "concept c5000 { c0 }\n", "R005"},
        {"zeroes", std::string(1000000, '\0'), "R002"},
        {"no UTF-8", en + repeated("\xff\xfe", 1000000), "R017"},
        {"a long comment", en + "//" + repeated("x", 5000000), ""},
    }));
    auto const judged = judge(row.text);
    INFO(row.name << ": " << (judged.errors.empty() ? "" : judged.errors.front().message));
    CHECK(judged.codes() == row.codes);
    CHECK(judged.errors.size() <= 101);
    CHECK(judged.seconds < 20);  // far above what it takes, far below what grows with the square
}

TEST_CASE("a rule file beyond the limit is not read") {
    auto const path = std::filesystem::path(LACUNA_BINARY_DIR) / "hostile_test" / "large.lac";
    std::filesystem::create_directories(path.parent_path());
    std::string error;
    REQUIRE(write_file(path, "", error));
    std::filesystem::resize_file(path, std::uintmax_t{100} << 20);
    SourceMap sources;
    Diagnostics diagnostics;
    auto const pack = dsl::read_pack({path}, sources, diagnostics);
    std::filesystem::remove(path);
    REQUIRE(diagnostics.errors() == 1);
    CHECK(diagnostics.sorted().front().code == Code::file_too_large);
    CHECK(diagnostics.sorted().front().help.find("max-file-size") == std::string::npos);
    CHECK(pack.files.empty());
}
