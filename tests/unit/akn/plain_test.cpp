// How plain text becomes a document: headings, parts, sections and points by what begins a line.
#include <catch2/catch.hpp>

#include "akn/dump.hpp"
#include "akn/read.hpp"

using namespace lacuna;

namespace {

std::string outline(std::string const& text) {
    auto const document = akn::document_from_text(text, "en");
    CHECK(document.account.balances());
    std::string lines;
    for (auto const& row : document.provisions) {
        for (auto up = row.parent; up.valid(); up = document.at(up).parent) lines += "  ";
        lines += std::string(row.element) + " [" + std::string(row.num) + "] " + std::string(row.heading) +
                 (row.basic_unit ? " *\n" : "\n");
    }
    return lines;
}

}  // namespace

TEST_CASE("a line of plain text that begins with # is a heading") {
    CHECK(outline("# Theft\nA person who takes.") == "section [] Theft *\n");
    CHECK(outline("# 3. Theft\n(1) A person who takes.") ==
          "section [3.] Theft *\n"
          "  subsection [(1)] \n");
    CHECK(outline("# § 3. Theft\nA person who takes.") == "section [§ 3.] Theft *\n");
    CHECK(outline("#Theft\nA person.") == "section []  *\n");  // no blank: a word as another
}

TEST_CASE("a heading above a section or another heading is that of a part") {
    CHECK(outline("# Part II Offences\n\n3. A person.\n4. A person.\n# Part III\n5. A person.") ==
          "division [Part II] Offences\n"
          "  section [3.]  *\n"
          "  section [4.]  *\n"
          "division [Part III] \n"
          "  section [5.]  *\n");
    CHECK(
        outline("# Offences\n## Chapter 1: Property\n### 3. Theft\nA person who—\n(a) takes; or\n(b) keeps.\n"
                "### Robbery\nA person.\n## Chapter 2\n5. A person.\n# Procedure\n6. A person.") ==
        "division [] Offences\n"
        "  division [Chapter 1:] Property\n"
        "    section [3.] Theft *\n"
        "      paragraph [(a)] \n"
        "      paragraph [(b)] \n"
        "    section [] Robbery *\n"
        "  division [Chapter 2] \n"
        "    section [5.]  *\n"
        "division [] Procedure\n"
        "  section [6.]  *\n");
}

TEST_CASE("below a numbered heading the numbers begin anew for its paragraphs") {
    CHECK(outline("# 3. Theft\n1. Whoever takes.\n2. The fine.\n4. Whoever robs.") ==
          "section [3.] Theft *\n"
          "  subsection [1.] \n"
          "  subsection [2.] \n"
          "section [4.]  *\n");
    CHECK(outline("# 3. Theft\n1. Whoever\n(a) takes;\n(b) keeps.\n2. The fine.") ==
          "section [3.] Theft *\n"
          "  subsection [1.] \n"
          "    paragraph [(a)] \n"
          "    paragraph [(b)] \n"
          "  subsection [2.] \n");
    CHECK(outline("# 3. Theft\n4. Whoever robs.") ==
          "division [3.] Theft\n"
          "  section [4.]  *\n");
    CHECK(outline("# In force\nAm 31. Dezember.") == "section [] In force *\n");
}

TEST_CASE("a heading with as many # as a part, or with fewer, ends it") {
    CHECK(outline("# Part 1\n## 1. A\nText.\n# 2. B\nText.") ==
          "division [Part 1] \n"
          "  section [1.] A *\n"
          "section [2.] B *\n");
    CHECK(outline("## Part 1\n### 1. A\nText.\n# 2. B\nText.") ==
          "division [Part 1] \n"
          "  section [1.] A *\n"
          "section [2.] B *\n");
}

TEST_CASE("signs that are no heading's words are accounted for") {
    for (auto const* const text : {"#", "#\n#", "# \nText.", "Text.\n###", "### 1.", "# Part I\n#"}) {
        INFO(text);
        CHECK(akn::document_from_text(text, "en").account.balances());
    }
}

TEST_CASE("a number may end in a sign of degree and a dash, as Spanish laws write it") {
    auto const document = akn::document_from_text(
        "Artículo 6.- Uno.\nArtículo 7°.- Dos.\nArtículo 8º. Tres.\n9.-5 is no number.", "es");
    std::vector<std::string> numbers;
    for (auto const& provision : document.provisions) numbers.emplace_back(provision.num);
    CHECK(numbers == std::vector<std::string>{"Artículo 6.-", "Artículo 7°.-", "Artículo 8º."});
}
