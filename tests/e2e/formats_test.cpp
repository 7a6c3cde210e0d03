// Every format from the program as a user runs it: against its schema where there is one, read back by
// another program, and written whole or not at all.
#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "support/golden.hpp"

namespace fs = std::filesystem;

namespace {

fs::path scratch(std::string const& name) {
    auto const folder = fs::path(LACUNA_BINARY_DIR) / "e2e-formats" / name;
    fs::remove_all(folder);
    fs::create_directories(folder);
    return folder;
}

int run(std::string const& command) {
    auto const status = std::system(command.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string check(std::string const& arguments) {
    return fmt::format("cd '{}' && '{}/lacuna' check {} --against uncc --quiet --rules rules </dev/null",
                       LACUNA_SOURCE_DIR, LACUNA_BINARY_DIR, arguments);
}

// The first Python that has the modules; empty after a visible warning when none has.
std::string python(std::string const& modules) {
    for (std::string const name : {"/usr/bin/python3", "python3"})
        if (run(fmt::format("{} -c 'import {}' >/dev/null 2>&1", name, modules)) == 0) return name;
    WARN("skipped: no Python with " << modules);
    return {};
}

constexpr auto validate = R"(
import json, sys, jsonschema
schema = json.load(open(sys.argv[1]))
jsonschema.Draft202012Validator.check_schema(schema)
found = list(jsonschema.Draft202012Validator(schema).iter_errors(json.load(open(sys.argv[2]))))
for error in found[:10]:
    print(error.json_path, error.message[:300])
sys.exit(1 if found else 0)
)";

// A statute that attacks every format, by an act of our own.
constexpr auto hostile_act = R"(<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta><identification source="#x">
<FRBRWork><FRBRthis value="/akn/xz/act/2020/1/!main"/><FRBRuri value="/akn/xz/act/2020/1"/>
<FRBRdate date="2020-01-01" name="d"/><FRBRauthor href="#x"/><FRBRcountry value="xz"/></FRBRWork>
<FRBRExpression><FRBRthis value="/akn/xz/act/2020/1/eng/!main"/><FRBRuri value="/akn/xz/act/2020/1/eng"/>
<FRBRdate date="2020-01-01" name="d"/><FRBRauthor href="#x"/><FRBRlanguage language="eng"/></FRBRExpression>
</identification></meta>
<preface><p><docTitle>=HYPERLINK("http://bad","Act") &lt;script&gt;alert(1)&lt;/script&gt; LONG</docTitle></p></preface>
<body><section eId="sec_1"><num>1</num><heading>+Access &lt;b&gt; &amp; "more" ``````````</heading><content>
<p>@A person who intentionally and without authority accesses a computer system &lt;script&gt;alert(2)&lt;/script&gt;
&#x9b;31m ` | * [x](javascript:alert(3)) LONG commits an offence and is liable to imprisonment for five years.</p>
</content></section></body></act></akomaNtoso>
)";

}  // namespace

TEST_CASE("the JSON report follows its published schema") {
    auto const interpreter = python("jsonschema");
    if (interpreter.empty()) return;
    auto const folder = scratch("schema");
    std::ofstream(folder / "validate.py") << validate;
    auto const schema = fs::path(LACUNA_SOURCE_DIR) / "schemas" / "report.schema.json";
    for (std::string const country : {"xa", "xb", "xc"}) {
        auto const file = folder / (country + ".json");
        REQUIRE(run(check(fmt::format("legislation/{} --examples-from legislation/xa -o '{}'", country,
                                      file.string()))) == 0);
        INFO(country);
        CHECK(run(fmt::format("{} '{}' '{}' '{}'", interpreter, (folder / "validate.py").string(),
                              schema.string(), file.string())) == 0);
    }
    std::ofstream(folder / "bad.json") << "{\"schema\": \"lacuna-report/1\"}";
    CHECK(run(fmt::format("{} '{}' '{}' '{}' >/dev/null", interpreter, (folder / "validate.py").string(),
                          schema.string(), (folder / "bad.json").string())) == 1);
}

TEST_CASE("the JSON of a matrix follows its published schema") {
    auto const interpreter = python("jsonschema");
    if (interpreter.empty()) return;
    auto const folder = scratch("matrix-schema");
    std::ofstream(folder / "validate.py") << validate;
    auto const schema = fs::path(LACUNA_SOURCE_DIR) / "schemas" / "matrix.schema.json";
    auto const file = folder / "matrix.json";
    REQUIRE(run(fmt::format("cd '{}' && '{}/lacuna' matrix legislation/xa legislation/xb legislation/xc "
                            "--against uncc --quiet --rules rules -o '{}' </dev/null",
                            LACUNA_SOURCE_DIR, LACUNA_BINARY_DIR, file.string())) == 0);
    auto const valid = [&](fs::path const& json) {
        return run(fmt::format("{} '{}' '{}' '{}'", interpreter, (folder / "validate.py").string(),
                               schema.string(), json.string()));
    };
    CHECK(valid(file) == 0);
    std::ofstream(folder / "bad.json") << "{\"schema\": \"lacuna-matrix/1\"}";
    CHECK(valid(folder / "bad.json") == 1);
}

TEST_CASE("a comparison follows its published schema") {
    auto const interpreter = python("jsonschema");
    if (interpreter.empty()) return;
    auto const folder = scratch("comparison");
    std::ofstream(folder / "validate.py") << validate;
    auto const schema = fs::path(LACUNA_SOURCE_DIR) / "schemas" / "comparison.schema.json";
    REQUIRE(
        run(check(fmt::format("legislation/xc --with-bill bill-penal-code-amendment.xml -o '{}/bill.json'",
                              folder.string()))) == 0);
    REQUIRE(run(check(fmt::format("legislation/xa -o '{}/a.json'", folder.string()))) == 0);
    REQUIRE(run(check(fmt::format("legislation/xa --as-of 2022-01-01 --articles 7-20 --no-decisions -o "
                                  "'{}/b.json'",
                                  folder.string()))) == 0);
    REQUIRE(run(fmt::format("cd '{}' && '{}/lacuna' compare a.json b.json -o runs.json >/dev/null",
                            folder.string(), LACUNA_BINARY_DIR)) == 0);
    for (std::string const file : {"bill.json", "runs.json"}) {
        INFO(file);
        CHECK(run(fmt::format("{} '{}' '{}' '{}'", interpreter, (folder / "validate.py").string(),
                              schema.string(), (folder / file).string())) == 0);
    }
}

TEST_CASE("hostile statute text is inert in every format") {
    auto const folder = scratch("hostile");
    std::string act = hostile_act;
    for (auto at = act.find("LONG"); at != std::string::npos; at = act.find("LONG", at + 100'000))
        act.replace(at, 4, std::string(100'000, 'x'));
    std::ofstream(folder / "act.xml") << act;
    std::string outputs;
    bool const pandoc = run("pandoc --version >/dev/null 2>&1") == 0;
    if (!pandoc) WARN("docx skipped: pandoc is not installed");
    for (std::string const ending : {"txt", "json", "html", "md", "csv", "sarif", "xlsx", "docx"})
        if (ending != "docx" || pandoc) outputs += fmt::format(" -o '{}/r.{}'", folder.string(), ending);
    for (std::string const ending : {"html", "md", "docx"})
        if (ending != "docx" || pandoc) outputs += fmt::format(" --brief '{}/b.{}'", folder.string(), ending);
    REQUIRE(run(check(fmt::format("'{}' --articles 7-9 --details{}", (folder / "act.xml").string(),
                                  outputs))) == 0);
    REQUIRE(run(fmt::format(
                "cd '{0}' && '{1}/lacuna' matrix '{2}/act.xml' legislation/xa --against uncc --quiet "
                "--articles 7-9 --rules rules -o '{2}/m.html' -o '{2}/m.csv' -o '{2}/m.xlsx'{3} </dev/null",
                LACUNA_SOURCE_DIR, LACUNA_BINARY_DIR, folder.string(),
                pandoc ? fmt::format(" -o '{}/m.docx'", folder.string()) : "")) == 0);
    for (std::string const brief : {"b.html", "b.md"})
        CHECK(lacuna::test::slurp(folder / brief).find("<script>alert") == std::string::npos);
    CHECK(lacuna::test::slurp(folder / "m.html").find("<script>alert") == std::string::npos);
    CHECK(lacuna::test::slurp(folder / "m.csv").find(",\"=") == std::string::npos);
    for (std::string const ending : {"txt", "json", "html", "md", "csv", "sarif"}) {
        INFO(ending);
        auto const text = lacuna::test::slurp(folder / ("r." + ending));
        CHECK(text.size() > 1000);
        CHECK(text.size() < 400'000);
        CHECK(text.find('\x1b') == std::string::npos);
        CHECK(text.find("\u009b") == std::string::npos);
        if (ending == "html" || ending == "md") CHECK(text.find("<script>alert") == std::string::npos);
        if (ending == "csv") {
            CHECK(text.find(",\"=") == std::string::npos);
            CHECK(text.find(",\"+") == std::string::npos);
            CHECK(text.find(",\"@") == std::string::npos);
        }
    }
    if (pandoc)
        CHECK(run(fmt::format("pandoc '{0}/r.docx' -t plain -o '{0}/back.txt'", folder.string())) == 0);
    auto const interpreter = python("zipfile, xml.dom.minidom");
    if (interpreter.empty()) return;
    std::ofstream(folder / "zip.py") << R"(
import sys, zipfile, xml.dom.minidom
for name in sys.argv[1:]:
    with zipfile.ZipFile(name) as parts:
        for part in parts.namelist():
            text = parts.read(part)
            if part.endswith((".xml", ".rels")): xml.dom.minidom.parseString(text)
            if part == "word/document.xml" and (b'w:w="11906"' not in text or b"footerReference" not in text):
                sys.exit("no A4 page with a number")
            if part.startswith("xl/worksheets") and b"<f>" in text: sys.exit("a formula")
            if part.endswith(".rels") and (b"http://bad" in text or b"javascript:" in text): sys.exit("a link")
)";
    CHECK(run(fmt::format(
              "{0} '{1}/zip.py' '{1}/r.xlsx' '{1}/m.xlsx' {2}", interpreter, folder.string(),
              pandoc ? fmt::format("'{0}/r.docx' '{0}/b.docx' '{0}/m.docx'", folder.string()) : "")) == 0);
}

TEST_CASE("a kill at any moment leaves the old report or the new one, whole") {
    auto const folder = scratch("kill");
    auto const file = folder / "report.json";
    std::string const old = "{\"old\": true}\n";
    auto const binary = fmt::format("{}/lacuna", LACUNA_BINARY_DIR);
    std::size_t kept = 0, written = 0;
    for (int delay = 0; delay < 1200; delay += 60) {
        std::ofstream(file) << old;
        auto const child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            if (::chdir(LACUNA_SOURCE_DIR) != 0) ::_exit(1);
            ::execl(binary.c_str(), "lacuna", "check", "legislation/xa", "--against", "uncc", "--quiet", "-o",
                    file.c_str(), nullptr);
            ::_exit(1);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(delay));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        auto const text = lacuna::test::slurp(file);
        if (text == old) {
            ++kept;
            continue;
        }
        ++written;
        CHECK(nlohmann::json::accept(text));
    }
    CHECK(kept > 0);
    CHECK(kept + written == 20);
}
