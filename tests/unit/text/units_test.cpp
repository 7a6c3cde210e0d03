#include <catch2/catch.hpp>
#include <string>

#include "support/engine/documents.hpp"
#include "text/statute_text.hpp"

using namespace lacuna;
using namespace lacuna::text;
using test::DocumentBuilder;

namespace {

std::string words_of_segment(akn::Document const& document, StatuteText const& text, std::uint32_t segment) {
    return std::string(document.text_of(document.blocks[text.segments[segment].block]));
}

// Units and passages, one line each: "section: a person who / accesses / commits".
std::string outline(akn::Document const& document) {
    Vocabulary vocabulary("en");
    auto const text = read_text(document, vocabulary);
    std::string out;
    for (auto const& unit : text.units) {
        out += std::string(document.at(unit.provision).element);
        if (unit.heading != Segment::none)
            out += " \"" + words_of_segment(document, text, unit.heading) + '"';
        out += '\n';
        for (auto row = unit.passage_begin; row < unit.passage_end; ++row) {
            auto const& passage = text.passages[row];
            out += "  " + std::string(document.at(passage.leaf).element) + ": ";
            for (auto at = passage.segment_begin; at < passage.segment_end; ++at) {
                if (at > passage.segment_begin) out += " / ";
                out += words_of_segment(document, text, text.passage_segments[at]);
            }
            out += '\n';
        }
    }
    return out;
}

}  // namespace

TEST_CASE("a leaf is read with the words above it and after it") {
    auto const document = DocumentBuilder()
                              .unit()
                              .num("3.")
                              .heading("Access")
                              .intro("A person who")
                              .open("point")
                              .num("(a)")
                              .content("enters;")
                              .close()
                              .open("point")
                              .num("(b)")
                              .intro("stays in")
                              .open("item")
                              .content("a system;")
                              .close()
                              .open("item")
                              .content("a network;")
                              .close()
                              .wrap_up("without right,")
                              .close()
                              .wrap_up("commits an offence.")
                              .build();
    CHECK(outline(document) == R"(section "Access"
  point: A person who / enters; / commits an offence.
  item: A person who / stays in / a system; / without right, / commits an offence.
  item: A person who / stays in / a network; / without right, / commits an offence.
)");
}

TEST_CASE("an introduction without children is read as it stands") {
    auto const document = DocumentBuilder().unit().intro("No person may enter.").build();
    CHECK(outline(document) == "section\n  section: No person may enter.\n");
    auto const hollow = DocumentBuilder().unit().intro("Words.").open("point").num("(a)").build();
    CHECK(outline(hollow) == "section\n  section: Words.\n");
}

TEST_CASE("content before points stands alone when it is whole, and leads them when it breaks off") {
    auto const whole = DocumentBuilder()
                           .unit()
                           .content("Entry is forbidden.")
                           .open("point")
                           .content("A fine is due.")
                           .build();
    CHECK(outline(whole) == "section\n  section: Entry is forbidden.\n  point: A fine is due.\n");
    auto const open = DocumentBuilder()
                          .unit()
                          .content("A person who—")
                          .open("point")
                          .content("enters,")
                          .close()
                          .content("After all.")
                          .build();
    CHECK(outline(open) == "section\n  section: After all.\n  point: A person who— / enters,\n");
}

TEST_CASE("each of several lists has its own introduction; open content before the first goes to all") {
    auto const document = DocumentBuilder()
                              .unit()
                              .content("In this Act—")
                              .intro("the first means")
                              .open("item")
                              .content("a;")
                              .close()
                              .intro("the second means")
                              .open("item")
                              .content("b;")
                              .close()
                              .open("item")
                              .content("c.")
                              .close()
                              .build();
    CHECK(outline(document) ==
          "section\n"
          "  item: In this Act— / the first means / a;\n"
          "  item: In this Act— / the second means / b;\n"
          "  item: In this Act— / the second means / c.\n");
}

TEST_CASE("blocks that each open with a quotation mark are read one by one") {
    auto const document = DocumentBuilder()
                              .unit()
                              .content("In this Act—")
                              .content("“key” means a code,")
                              .content("or a card;")
                              .content("“lock” means a bar.")
                              .build();
    CHECK(outline(document) ==
          "section\n"
          "  section: In this Act— / “key” means a code, / or a card;\n"
          "  section: In this Act— / “lock” means a bar.\n");
}

TEST_CASE("a unit with nothing but a heading has no passage") {
    auto const document = DocumentBuilder().unit().num("4.").heading("Repealed").build();
    CHECK(outline(document) == "section \"Repealed\"\n");
}

TEST_CASE("a quoted unit is a unit of its own, and no words of the outer one") {
    auto const document = DocumentBuilder()
                              .unit()
                              .intro("The old Act is amended by inserting:")
                              .open("mod")
                              .unit("article")
                              .heading("New")
                              .content("Entry is an offence.")
                              .close()
                              .close()
                              .wrap_up("and renumbering.")
                              .build();
    CHECK(outline(document) ==
          "section\n"
          "  section: The old Act is amended by inserting: / and renumbering.\n"
          "article \"New\"\n"
          "  article: Entry is an offence.\n");
    Vocabulary vocabulary("en");
    auto const text = read_text(document, vocabulary);
    std::size_t outer = 0;
    for (auto at = text.units[0].segment_begin; at < text.units[0].segment_end; ++at)
        outer += text.segments[at].unit == 0 && text.segments[at].body ? 1U : 0U;
    CHECK(outer == 2);
    CHECK(text.units[0].segment_end - text.units[0].segment_begin == 4);
}

TEST_CASE("text outside every section is not lost") {
    auto const document = DocumentBuilder()
                              .block(akn::Role::preface, "Be it enacted")
                              .open("part")
                              .heading("Part One")
                              .intro("This Part binds the State.")
                              .unit()
                              .content("First.")
                              .close()
                              .open("hcontainer")
                              .open("paragraph")
                              .content("Loose words.")
                              .close()
                              .close()
                              .close()
                              .open("schedule")
                              .heading("Forms")
                              .open("paragraph")
                              .content("Form A.")
                              .close()
                              .open("paragraph")
                              .content("Form B.")
                              .build();
    CHECK(outline(document) == R"(part "Part One"
  part: This Part binds the State.
section
  section: First.
hcontainer
  paragraph: Loose words.
schedule "Forms"
  paragraph: Form A.
  paragraph: Form B.
)");
}

TEST_CASE("every body segment with words belongs to one unit and stands in a passage") {
    auto const document = DocumentBuilder()
                              .open("chapter")
                              .heading("Chapter")
                              .wrap_up("Closing of the chapter.")
                              .unit()
                              .intro("If")
                              .open("point")
                              .content("one")
                              .close()
                              .content("two.")
                              .close()
                              .build();
    Vocabulary vocabulary("en");
    auto const text = read_text(document, vocabulary);
    CHECK(text.segments.size() == document.blocks.size());
    std::vector<int> seen(text.segments.size(), 0);
    for (auto const row : text.passage_segments) ++seen[row];
    for (std::uint32_t row = 0; row < text.segments.size(); ++row) {
        CHECK((seen[row] > 0) == text.segments[row].body);
        CHECK((text.segments[row].unit != Segment::none || !text.segments[row].body));
    }
}

TEST_CASE("each row of a table is a norm of its own, with the words that announce the table") {
    auto document = DocumentBuilder()
                        .unit()
                        .content("This is so.")
                        .content("These acts are offences")
                        .content("opening a letter")
                        .content("five years")
                        .content("hiding a letter")
                        .content("one year")
                        .content("The end.")
                        .build();
    for (std::size_t block = 2; block < 6; ++block) document.blocks[block].row = block < 4 ? 1 : 2;
    CHECK(outline(document) ==
          "section\n"
          "  section: This is so.\n"
          "  section: These acts are offences / opening a letter / five years\n"
          "  section: These acts are offences / hiding a letter / one year\n"
          "  section: The end.\n");
    for (auto& block : document.blocks) ++block.row;  // all in tables
    CHECK(outline(document) ==
          "section\n"
          "  section: This is so. / These acts are offences\n"
          "  section: opening a letter / five years\n"
          "  section: hiding a letter / one year\n"
          "  section: The end.\n");
    auto const closed = DocumentBuilder().unit().content("This is so.").content("a row").build();
    auto of_two = DocumentBuilder().unit().content("This is so.").content("a row").build();
    of_two.blocks[1].row = 1;
    CHECK(outline(closed) == "section\n  section: This is so. / a row\n");
    CHECK(outline(of_two) == "section\n  section: This is so.\n  section: a row\n");
}

TEST_CASE("deep and wide nesting costs no more than its size") {
    DocumentBuilder builder;
    builder.unit();
    for (int depth = 0; depth < 900; ++depth) builder.open("point").intro("and");
    for (int leaf = 0; leaf < 2000; ++leaf) builder.open("item").content("word").close();
    Vocabulary vocabulary("en");
    auto const text = read_text(builder.build(), vocabulary);
    CHECK(text.passages.size() == 2000);
    CHECK(text.passage_segments.size() <= 2000 * 65);
}

TEST_CASE("the language of an act is the first that has a stemmer") {
    akn::Document document = DocumentBuilder("sw").build();
    CHECK(language_of(document).empty());
    document.meta.languages = {"sw", "eng", "fr"};
    CHECK(language_of(document) == "en");
}

TEST_CASE("storage that is used again gives the same reading") {
    auto const first = DocumentBuilder().unit().content("One. Two.").build();
    auto const second = DocumentBuilder().unit().content("Three.").build();
    Vocabulary vocabulary("en");
    StatuteText text;
    read_text(first, vocabulary, text);
    read_text(second, vocabulary, text);
    CHECK(text.tokens.size() == 1);
    CHECK(text.units.size() == 1);
    CHECK(text.passages.size() == 1);
    CHECK(text.passage_segments.size() == 1);
}
