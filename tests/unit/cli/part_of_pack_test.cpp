// One file of a pack: read with the rest of it by every tool, also where it needs nothing of the rest.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "run_lacuna.hpp"
#include "support/golden.hpp"

using namespace lacuna;
namespace fs = std::filesystem;

namespace {

// A lexicon that is whole by itself, and in other folders what names it.
struct PostPack {
    fs::path folder;
    std::string lexicon;
    explicit PostPack(std::string const& name)
        : folder(fs::path(LACUNA_BINARY_DIR) / "part_of_pack_test" / name),
          lexicon(put("pack/lexicon/en/post.lac",
                      "lexicon en\nconcept letter \"a letter\" { \"letter\" | \"parcel\" }\n"
                      "concept opened { \"opened\" }\n")) {
        (void)put("pack/measures/post.lac",
                  "kind offence { gate = letter elements conduct, object }\n"
                  "measure opening : offence \"Opening letters\" { conduct = opened object = letter "
                  "needs conduct }\n"
                  "measure keeping : offence \"Keeping letters\" { conduct = letter gate = opened "
                  "needs conduct }\n"
                  "test opening in en { yes \"Whoever opened a letter.\" no \"A letter.\" }\n");
        (void)put("pack/post.lac",
                  "instrument post \"Post\" { article 1 \"Letters\" {\n"
                  "  obligation 1.1 shall \"Punish opening\" met by opening asks procedure\n"
                  "  obligation 1.2 may \"Only sealed ones\" narrows 1.1\n} }\n");
    }
    std::string put(std::string const& name, std::string const& text) const {
        fs::create_directories((folder / name).parent_path());
        std::ofstream(folder / name) << text;
        return (folder / name).string();
    }
};

bool holds(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a lexicon that needs no other file is read with the tests of its pack, and spoken of alone") {
    PostPack const pack("alone");
    auto const coverage = test::run_lacuna({"rules", "coverage", pack.lexicon});
    INFO(coverage.out << coverage.err);
    CHECK(coverage.code == 0);
    CHECK(holds(coverage.out, "2 texts, 6 words (read with the rest of "));
    CHECK(holds(coverage.out, "concepts: 2 of 2"));
    CHECK(holds(coverage.out, "letter: \"parcel\": none of its phrases occurs"));
    CHECK(holds(coverage.out, "measures: 0 of 0"));
    auto const profile = test::run_lacuna({"rules", "profile", pack.lexicon});
    CHECK(holds(profile.out, "letter"));
    CHECK(!holds(profile.out, "opening"));
    CHECK(test::run_lacuna({"rules", "profile", (pack.folder / "pack").string()}).out.find("opening") !=
          std::string::npos);
    CHECK(holds(test::run_lacuna({"rules", "lint", pack.lexicon}).out, "nothing to mend (read with "));
    // What nobody names is read by itself.
    auto const other = pack.put("pack/other.lac", "lexicon en\nconcept lonely { \"lonely\" }\n");
    CHECK(holds(test::run_lacuna({"rules", "check", other}).out, "1 file is right"));
}

TEST_CASE("--rules takes a file of a pack") {
    PostPack const pack("rules");
    auto const law = pack.put(
        "act.xml",
        "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><act name=\"act\"><meta>"
        "<identification source=\"#s\"><FRBRWork><FRBRuri value=\"/akn/xa/act/1\"/></FRBRWork>"
        "<FRBRExpression><FRBRlanguage language=\"eng\"/></FRBRExpression></identification></meta>"
        "<body><section eId=\"sec_1\"><num>1</num><content><p>Whoever opened a letter.</p></content>"
        "</section></body></act></akomaNtoso>");
    for (auto const* file : {"pack/lexicon/en/post.lac", "pack/measures/post.lac", "pack/post.lac"}) {
        auto const ran = test::run_lacuna(
            {"explain", law, "--measure", "opening", "--rules", (pack.folder / file).string()});
        INFO(file << ran.out << ran.err);
        CHECK(ran.code == 0);
    }
}

TEST_CASE("rules that nobody named and that are not there say how to name them") {
    PostPack const pack("missing");
    auto const before = fs::current_path();
    ::setenv("LACUNA_RULES", "gone", 1);
    fs::current_path(pack.folder);
    auto const named = test::run_lacuna({"rules", "check"});
    auto const asked = test::run_lacuna({"rules", "check", "nowhere"});
    fs::current_path(before);
    ::unsetenv("LACUNA_RULES");
    CHECK(named.code == 2);
    CHECK(holds(named.err, "'gone' is not there"));
    CHECK(holds(named.err, "$LACUNA_RULES names it: correct that, or name a folder of rules with --rules"));
    CHECK(holds(asked.err, "= help: check the path"));
}

TEST_CASE("pages show gates, the kind of law, and what permits less") {
    PostPack const pack("pages");
    auto const pages = pack.folder / "pages";
    REQUIRE(test::run_lacuna({"rules", "doc", (pack.folder / "pack").string(), "-o", pages.string()}).code ==
            0);
    CHECK(holds(test::slurp(pages / "measures/opening.md"), "Gate of the kind `offence`: `letter`."));
    CHECK(holds(test::slurp(pages / "measures/keeping.md"), "Gate: `opened`."));
    auto const duty = test::slurp(pages / "obligations/post-1.1.md");
    CHECK(holds(duty, "Asks for law on procedure."));
    CHECK(holds(duty, "Less is permitted by 1.2."));
    CHECK(holds(test::slurp(pages / "obligations/post-1.2.md"), "Permits less of 1.1."));
    CHECK(holds(test::slurp(pages / "concepts.md"), "[keeping](measures/keeping.md), [opening]"));
}
