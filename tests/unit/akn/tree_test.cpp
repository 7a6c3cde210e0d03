// The reader's own parser: it must see in a file what an established parser sees there.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <pugixml.hpp>

#include "akn/xml/tree.hpp"
#include "base/files.hpp"
#include "support/shared.hpp"

using namespace lacuna;
namespace fs = std::filesystem;

namespace {

// How many of the characters are blanks, when all are.
std::size_t blanks_in(std::string_view text) {
    bool const all = std::all_of(text.begin(), text.end(), [](char c) { return c > 0 && c <= ' '; });
    return all ? text.size() : 0;
}

std::string blank_line(std::string const& indent, std::size_t count) {
    return count == 0 ? "" : indent + std::to_string(count) + " blanks\n";
}

// One line for each element, attribute and text, in order, with the depth of each, and for the blanks
// between.
std::string listing(pugi::xml_node node, std::string const& indent = "") {
    std::string out;
    std::size_t blanks = 0;
    for (auto const item : node.children()) {
        auto const more = item.type() == pugi::node_pcdata ? blanks_in(item.value()) : 0;
        blanks += more;
        if (more != 0) continue;
        out += blank_line(indent, blanks);
        blanks = 0;
        if (item.type() != pugi::node_element) {
            out += indent + "\"" + item.value() + "\"\n";
            continue;
        }
        out += indent + item.name() + "\n";
        for (auto const mark : item.attributes())
            out += indent + "@" + mark.name() + "=" + mark.value() + "\n";
        out += listing(item, indent + " ");
    }
    return out + blank_line(indent, blanks);
}

std::string listing(akn::xml::Node node, std::string const& indent = "") {
    std::string out;
    for (auto const item : node.children()) {
        out += blank_line(indent, item.blanks_before());
        if (item.is_text()) {
            out += indent + "\"" + std::string(item.text()) + "\"\n";
            continue;
        }
        out += indent + std::string(item.name()) + "\n";
        auto marks = item.attributes();
        for (akn::xml::Attribute mark; marks.next(mark);)
            out += indent + "@" + std::string(mark.name) + "=" + std::string(mark.value) + "\n";
        out += listing(item, indent + " ");
    }
    return out + blank_line(indent, node.blanks_last());
}

std::string by_library(std::string const& bytes) {
    pugi::xml_document document;
    auto const flags = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_ws_pcdata;
    if (!document.load_buffer(bytes.data(), bytes.size(), flags, pugi::encoding_utf8)) return "refused";
    return listing(document);
}

std::string by_tree(std::string const& bytes) {
    akn::xml::Tree tree;
    return tree.parse(bytes) ? listing(tree.document()) : "refused";
}

void check_folder(fs::path const& folder) {
    SourceMap sources;
    Diagnostics diagnostics;
    for (auto const& path : list_files(folder, {".xml"}, sources, diagnostics)) {
        auto const read = read_file(path, sources, diagnostics);
        if (!read.ok) continue;
        std::string const bytes(sources.at(read.id).bytes());
        if (bytes.find('\0') != std::string::npos) continue;  // refused before it is parsed
        INFO(path.string());
        CHECK((by_tree(bytes) == by_library(bytes)));
    }
}

}  // namespace

TEST_CASE("the tree of a file is that of an established parser") {
    for (auto const* const text :
         {"<a/>", "<?xml version='1.0'?>\n<!-- c --><a b='1' c=\"2>\"> x <b/>y<!-- - -->z</a>\n",
          "<a b = '&lt;&#65;&#x42;&amp;&nothing; &'>&gt;&quot;&apos;&#8212;&</a>",
          "<a>one\r\ntwo\rthree<![CDATA[<&amp;\r\n]]></a>", "\xEF\xBB\xBF<n:a n:b='x'><n:a></n:a ></n:a>",
          "<a> <b> </b>\r\n\r\n<!-- c --> <b/>t<!-- c --> \r </a>", "<é> <b:é/> </é>",
          "<!DOCTYPE a [<!ENTITY b '>'><!-- > -->]><a>t</a>", "<a><?p i?>t</a>", "<é à='ù'>ß</é>",
          "<a b='plain'><c d='0123456789 0123456789 &amp; x' e=\"y\r\nz\"/><f g='' h='&lt;'/></a>"}) {
        INFO(text);
        CHECK(by_tree(text) == by_library(text));
        CHECK(by_tree(text) != "refused");
    }
}

TEST_CASE("names and blanks of any length are told apart") {
    std::string const name(300, 'n');
    std::string const blanks(100'000, ' ');
    for (auto const& text : {"<" + name + ">t</" + name + ">", "<a>" + blanks + "<b/>" + blanks + "</a>"})
        CHECK((by_tree(text) != "refused"));
    // Sixteen letters are looked at together; the first is an element of the table, the second is none.
    for (std::string const text : {"<listIntroduction>t</listIntroduction>",
                                   "<listIntroductions>t</listIntroductions>", "<p a='1'>t</p>"})
        CHECK(by_tree(text) == by_library(text));
    for (auto const& text : {"<" + name + ">t</" + name + "n>", "<" + name + "n>t</" + name + ">",
                             "<" + name + "n>t</" + name + "m>"})
        CHECK(by_tree(text) == "refused");
}

TEST_CASE("elements are known without their prefixes") {
    akn::xml::Tree tree;
    REQUIRE(tree.parse("<x:act><a:b:section/><prefix-of-many-letters:p/><p:unheard-of/><p/></x:act>"));
    std::string kinds;
    for (auto const node : tree.document().first_child().subtree())
        kinds += std::string(node.known().name) + "," + std::string(node.local_name()) + ";";
    CHECK(kinds == "act,act;section,section;p,p;,unheard-of;p,p;");
}

TEST_CASE("what is not well-formed is refused") {
    for (auto const* const text : {"",
                                   "text",
                                   "<a>",
                                   "<a",
                                   "<a b",
                                   "<a b=",
                                   "<a b='",
                                   "<a b='1'",
                                   "<a b='1'c='2'/>",
                                   "<a b=1/>",
                                   "</a>",
                                   "<a></b>",
                                   "<a></ab>",
                                   "<ab></a>",
                                   "<a></a",
                                   "<a/",
                                   "<a / >",
                                   "<1/>",
                                   "< a/>",
                                   "<a><!-- </a>",
                                   "<a><![CDATA[ </a>",
                                   "<a><? </a>",
                                   "<a><!DOCTYPE a></a>",
                                   "<!DOCTYPE a [",
                                   "<a><!x></a>",
                                   "<a/><",
                                   "<abcdefghijklmnopqrstuvwxyz>t</abcdefghijklmnopqrstuvwxy>"}) {
        INFO(text);
        CHECK(by_tree(text) == "refused");
        CHECK(by_library(text) == "refused");
    }
}

TEST_CASE("the trees of all files at hand are those of an established parser") {
    for (auto const* const folder : {"legislation", "tests/golden/akn", "tests/fuzz/seeds/akn"})
        check_folder(fs::path(LACUNA_SOURCE_DIR) / folder);
    if (auto const corpus = test::shared("corpus"); !corpus.empty()) check_folder(corpus);
}
