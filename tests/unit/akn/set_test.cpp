// Many files as one set: the expression that a date chooses, references from act to act, threads.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "akn/dump.hpp"
#include "akn/set.hpp"
#include "base/files.hpp"
#include "base/render.hpp"
#include "support/shared.hpp"

using namespace lacuna;
namespace fs = std::filesystem;

namespace {

struct Version {
    std::string date, number, words, language = "eng", work = "/xa/act/2020/4", made = "";
};

std::string act(Version const& v) {
    return "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><act name=\"act\"><meta>"
           "<identification source=\"#e\"><FRBRWork><FRBRthis value=\"" +
           v.work + "/main\"/><FRBRuri value=\"" + v.work + "\"/>" +
           (v.made.empty() ? "" : "<FRBRdate date=\"" + v.made + "\" name=\"enacted\"/>") +
           "</FRBRWork><FRBRExpression><FRBRuri value=\"" + v.work + "/" + v.language + "@" + v.date +
           "\"/><FRBRdate date=\"" + v.date + "\" name=\"x\"/><FRBRlanguage language=\"" + v.language +
           "\"/>" + (v.number.empty() ? "" : "<FRBRversionNumber value=\"" + v.number + "\"/>") +
           "</FRBRExpression></identification></meta><body><section eId=\"sec_1\"><num>1.</num><content><p>" +
           v.words + "</p></content></section></body></act></akomaNtoso>";
}

struct Read {
    akn::StatuteSet set;
    std::vector<Diagnostic> diagnostics;
    std::string words;  // of all acts
};

Read read(std::vector<Version> const& versions, std::string const& as_of = "") {
    auto const folder = fs::path(LACUNA_BINARY_DIR) / "set_test";
    fs::remove_all(folder);
    fs::create_directories(folder);
    std::vector<fs::path> files;
    for (auto const& version : versions) {
        files.push_back(folder / (std::to_string(files.size()) + ".xml"));
        std::ofstream(files.back()) << act(version);
    }
    SourceMap sources;
    Diagnostics diagnostics;
    akn::ReadOptions options;
    options.as_of = as_of;
    Read result;
    result.set = akn::read_set(files, sources, diagnostics, options);
    result.diagnostics = diagnostics.sorted();
    for (auto const& document : result.set.documents)
        result.words += document.text.substr(3, document.text.size() - 4) + "|";
    return result;
}

std::string everything(std::vector<fs::path> const& files, unsigned threads) {
    SourceMap sources;
    Diagnostics diagnostics;
    auto const set = akn::read_set(files, sources, diagnostics, {}, threads);
    std::string out;
    for (auto const& document : set.documents)
        out += akn::outline(document, {true, false, 100}) + akn::account_table(document);
    for (auto const& path : set.unread) out += path.string() + "\n";
    for (auto const& path : set.set_aside) out += path.string() + "\n";
    return out + render(diagnostics.sorted(), sources);
}

}  // namespace

TEST_CASE("an act that was made after the date is no law on it") {
    auto const force = [](std::string const& as_of) {
        Version version{"2021-05-01", "", "words"};
        version.made = "2021-03-01";
        return read({version}, as_of).set.documents.at(0).provisions.at(0).force;
    };
    CHECK(force("") == akn::Force::in_force);
    CHECK(force("2021-06-01") == akn::Force::in_force);
    CHECK(force("2021-04-01") == akn::Force::in_force);  // the only expression is later, and that is told
    CHECK(force("2021-02-01") == akn::Force::not_yet);
}

TEST_CASE("of several expressions of one work the latest that is not after the date is read") {
    std::vector<Version> const all{
        {"2022-01-01", "", "second"}, {"2020-01-01", "", "first"}, {"2024-01-01", "", "third"}};
    CHECK(read(all).words == "third|");
    CHECK(read(all, "2023-06-01").words == "second|");
    CHECK(read(all, "2022-01-01").words == "second|");
    CHECK(read(all, "2021-12-31").words == "first|");
    CHECK(fs::path(read(all).set.path_of(DocumentId(std::size_t{0}))).filename() == "2.xml");
    std::vector<Version> const timed{{"2022-01-01T08:00:00", "1", "early"}, {"2022-01-01", "2", "late"}};
    CHECK(read(timed, "2022-01-01").words == "late|");
    auto const latest = read(all);
    CHECK(latest.set.set_aside.size() == 2);
    REQUIRE(latest.diagnostics.size() == 2);
    CHECK(latest.diagnostics[0].code == Code::akn_set_aside);
}

TEST_CASE("a date before every expression reads the first, and says so") {
    auto const result = read({{"2022-01-01", "", "second"}, {"2020-01-01", "", "first"}}, "2019-01-01");
    CHECK(result.words == "first|");
    bool said = false;
    for (auto const& row : result.diagnostics) said = said || row.code == Code::akn_later_expression;
    CHECK(said);
}

TEST_CASE("two amendments on one day keep the order of their version numbers") {
    CHECK(read({{"2022-01-01", "10", "tenth"}, {"2022-01-01", "9", "ninth"}}).words == "tenth|");
    CHECK(read({{"2022-01-01", "", "one"}, {"2022-01-01", "", "other"}}).words == "one|other|");
}

TEST_CASE("two files of one expression are both read, and that is told") {
    auto const twice = read({{"2022-01-01", "", "one"}, {"2022-01-01", "", "one"}});
    CHECK(twice.words == "one|one|");
    REQUIRE(twice.diagnostics.size() == 1);
    CHECK(twice.diagnostics[0].code == Code::akn_read_twice);
    CHECK(read({{"2022-01-01", "", "one"}, {"2022-01-01", "", "un", "fra"}}).diagnostics.empty());
}

TEST_CASE("an act without a title is called as its file, and that is known") {
    auto const result = read({{"2022-01-01", "", "one"}});
    CHECK(result.set.documents[0].meta.title == "0");
    CHECK(result.set.documents[0].meta.title_of_file);
    CHECK(akn::outline(result.set.documents[0], {false, false, 100}).find("0  (the name of the file)") !=
          std::string::npos);
}

TEST_CASE("a mark that refers to nothing in its file is reported once") {
    auto const text = act({"2020-01-01", "",
                           "a <term refersTo=\"#sec_1\">b</term> "
                           "<term refersTo=\"#none\">c</term> <term refersTo=\"#none\">d</term>"});
    SourceMap sources;
    Diagnostics diagnostics;
    auto const id = sources.add("1.xml", text);
    auto const document = akn::read_document(sources.at(id), id, diagnostics);
    REQUIRE(document);
    akn::validate(*document, sources.at(id), diagnostics);
    std::size_t said = 0;
    for (auto const& row : diagnostics.sorted())
        if (row.message.find("'refersTo' names 'none'") != std::string::npos) ++said;
    CHECK(said == 1);
}

TEST_CASE("text that was read across columns is told; broken words that go on rightly are not") {
    auto const warnings = [](std::string const& words) {
        std::size_t count = 0;
        for (auto const& row : read({{"2022-01-01", "", words}}).diagnostics)
            count += row.code == Code::akn_scrambled ? 1 : 0;
        return count;
    };
    std::string torn, broken, joined;
    for (char letter = 'a'; letter <= 'y'; ++letter) {
        auto const l = std::string(1, letter);
        torn += "the " + l + "begun- strange" + l + " word ";
        broken += "the " + l + "begun- ended" + l + " or " + l + "begunended" + l + " word ";
        joined += "the " + l + "pre- and " + l + "post-word ";
    }
    CHECK(warnings(torn) == 1);
    CHECK(read({{"2022-01-01", "", torn}}).set.documents.front().meta.scrambled);  // and reports say so
    CHECK_FALSE(read({{"2022-01-01", "", broken}}).set.documents.front().meta.scrambled);
    CHECK(warnings(broken) == 0);
    CHECK(warnings(joined) == 0);
}

TEST_CASE("other languages and other works are no versions of each other") {
    CHECK(read({{"2022-01-01", "", "a"}, {"2020-01-01", "", "b", "fra"}}).words == "a|b|");
    CHECK(read({{"2022-01-01", "", "a"}, {"2020-01-01", "", "b", "eng", "/xa/act/2020/5"}}).words == "a|b|");
}

TEST_CASE("a reference finds its target in another act of the set, and a missing one is reported") {
    auto const result =
        read({{"2022-01-01", "", "<ref href=\"/xa/act/2020/5/eng@2020-01-01/main#sec_1\">one</ref>"},
              {"2020-01-01", "", "<ref href=\"/xa/act/2020/4#sec_7\">none</ref>", "eng", "/xa/act/2020/5"}});
    REQUIRE(result.set.documents.size() == 2);
    auto const& found = result.set.documents[0].references.at(0);
    CHECK(found.document == DocumentId(std::size_t{1}));
    CHECK(found.target == ProvisionId(std::size_t{0}));
    auto const& missing = result.set.documents[1].references.at(0);
    CHECK(missing.document == DocumentId(std::size_t{0}));
    CHECK_FALSE(missing.target.valid());
    Source const source("1.xml", act({"2020-01-01", "", "<ref href=\"/xa/act/2020/4#sec_7\">none</ref>",
                                      "eng", "/xa/act/2020/5"}));
    Diagnostics diagnostics;
    akn::validate(result.set.documents[1], source, diagnostics);
    bool said = false;
    for (auto const& row : diagnostics.sorted()) said = said || row.code == Code::akn_dangling_ref;
    CHECK(said);
}

TEST_CASE("many threads read the same as one") {
    SourceMap sources;
    Diagnostics diagnostics;
    auto files =
        list_files(fs::path(LACUNA_SOURCE_DIR) / "tests" / "golden" / "akn", {".xml"}, sources, diagnostics);
    auto const real = test::shared("corpus/akn/ke");
    if (!real.empty())
        for (auto const& path : list_files(real, {".xml"}, sources, diagnostics)) files.push_back(path);
    REQUIRE(files.size() > 20);
    auto const one = everything(files, 1);
    CHECK(one == everything(files, 4));
    CHECK(one == everything(files, 0));
}

TEST_CASE("an act without a title is called after its file, and a date of one digit throughout is none") {
    auto const read_in = read({{"1111-11-11", "", "Words."}});
    REQUIRE(read_in.set.documents.size() == 1);
    auto const& meta = read_in.set.documents[0].meta;
    CHECK(meta.title == read_in.set.files[0].stem().string());
    CHECK(meta.date_expression.empty());
}
