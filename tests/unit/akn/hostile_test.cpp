// Input that means harm, or is broken: each gives one error with a cause, at once, and never a half-read act.
#include <catch2/catch.hpp>
#include <chrono>

#include "akn/dump.hpp"
#include "akn/read.hpp"

using namespace lacuna;
using namespace std::string_literals;

namespace {

struct Result {
    std::optional<akn::Document> document;
    std::vector<Diagnostic> diagnostics;
    [[nodiscard]] bool has(Code code) const {
        for (auto const& row : diagnostics)
            if (row.code == code) return true;
        return false;
    }
};

Result read(std::string bytes, akn::ReadOptions const& options = {}) {
    SourceMap sources;
    Diagnostics diagnostics;
    auto const id = sources.add("act.xml", std::move(bytes));
    Result result;
    result.document = akn::read_document(sources.at(id), id, diagnostics, options);
    result.diagnostics = diagnostics.sorted();
    return result;
}

std::string act(std::string const& words, std::string const& before = "") {
    return before +
           "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><act name=\"act\">"
           "<body><section eId=\"sec_1\"><num>1.</num><content><p>" +
           words + "</p></content></section></body></act></akomaNtoso>";
}

std::string utf16(std::string_view ascii, bool big, bool mark) {
    std::string out;
    auto const put = [&](char high, char low) { (out += big ? high : low) += big ? low : high; };
    if (mark) put('\xFE', '\xFF');
    for (auto const c : ascii) put('\0', c);
    return out;
}

void check_refused(std::string bytes, Code code) {
    auto const result = read(std::move(bytes));
    CHECK_FALSE(result.document);
    CHECK(result.has(code));
}

}  // namespace

TEST_CASE("an entity bomb is refused before anything is expanded") {
    std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e0 \"ha\">";
    for (int i = 1; i < 30; ++i)
        bomb += "<!ENTITY e" + std::to_string(i) + " \"&e" + std::to_string(i - 1) + ";&e" +
                std::to_string(i - 1) + ";\">";
    auto const begin = std::chrono::steady_clock::now();
    check_refused(act("&e29;", bomb + "]>"), Code::xml_entity);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
}

TEST_CASE("a document type is passed over with a warning, and what it points to is never fetched") {
    auto const result = read(act("Text.",
                                 "<!DOCTYPE a SYSTEM \"file:///etc/hostname\" [<!ENTITY x SYSTEM "
                                 "\"file:///etc/hostname\">]>"));
    REQUIRE(result.document);
    CHECK(result.has(Code::xml_doctype));
    check_refused(act("&x;", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"), Code::xml_entity);
}

TEST_CASE("nesting beyond the limit is an error that names the limit, at any depth") {
    for (auto const depth : {1000, 10'000, 200'000}) {
        std::string open, close;
        for (int i = 0; i < depth; ++i) {
            open += "<b>";
            close += "</b>";
        }
        auto const result = read(act(open + "x" + close));
        CHECK_FALSE(result.document);
        CHECK(result.has(Code::xml_too_deep));
    }
    akn::ReadOptions options;
    options.max_depth = 8;
    CHECK(read(act("<b>fits</b>"), options).document);
    options.max_depth = 5;
    CHECK(read(act("<b>fits no more</b>"), options).has(Code::xml_too_deep));
}

TEST_CASE("deep nesting in the metadata or in what is set aside does no harm") {
    std::string deep = "x";
    for (int i = 0; i < 20'000; ++i) deep = "<b>" + deep;
    for (int i = 0; i < 20'000; ++i) deep += "</b>";
    auto const noted = read(act("<authorialNote>" + deep + "</authorialNote>Text."));
    REQUIRE(noted.document);
    CHECK(noted.document->account.balances());
    auto text = act("Text.");
    text.insert(text.find("<body>"), "<meta>" + deep + "</meta>");
    CHECK(read(text).document);
}

TEST_CASE("one huge text node is read in time that grows with its length") {
    auto const result = read(act(std::string(std::size_t{8} << 20, 'a')));
    REQUIRE(result.document);
    CHECK(result.document->account.balances());
    CHECK(result.document->text.size() > std::size_t{8} << 20);
}

TEST_CASE("bytes that are no text are refused with their place") {
    check_refused(act("a\0b"s), Code::file_binary);
    check_refused("\x7F\x45LF\x01\x02\xFF"s, Code::file_binary);
    check_refused("PK\x03\x04 archive"s, Code::file_binary);
    check_refused(act("a\x01z"), Code::xml_malformed);
    for (auto const* const bad : {"\xFF", "\xC3", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82"})
        check_refused(act("a"s + bad), Code::encoding_invalid);
}

TEST_CASE("UTF-16 is converted, with a mark or without, declared or not; broken UTF-16 is refused") {
    for (auto const big : {false, true}) {
        for (auto const mark : {false, true}) {
            auto const plain = read(utf16(act("Text."), big, mark));
            REQUIRE(plain.document);
            CHECK(plain.has(Code::encoding_converted));
            CHECK(
                read(utf16(act("Text.", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>"), big, mark)).document);
        }
    }
    auto half = utf16(act("Text."), false, true);
    half.pop_back();
    check_refused(half, Code::encoding_invalid);
    check_refused(act("Text.", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>"), Code::encoding_invalid);
}

TEST_CASE("Latin-1 is converted when it is declared, and refused when it is not") {
    auto const said = read(act("caf\xE9", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>"));
    REQUIRE(said.document);
    CHECK(said.document->text.find("caf\xC3\xA9") != std::string::npos);
    check_refused(act("caf\xE9"), Code::encoding_invalid);
    check_refused(act("Text.", "<?xml version=\"1.0\" encoding=\"EBCDIC-CP-US\"?>"),
                  Code::encoding_unsupported);
}

TEST_CASE("a file that is cut anywhere gives an error and no act") {
    auto const whole = act("A &amp; B <![CDATA[raw]]><!-- c --><?pi x?>", "<?xml version=\"1.0\"?>");
    for (std::size_t length = 1; length < whole.size(); ++length) {
        auto const result = read(whole.substr(0, length));
        INFO("cut after byte " << length);
        CHECK_FALSE(result.document);
        CHECK_FALSE(result.diagnostics.empty());
    }
    CHECK(read(whole).document);
}

TEST_CASE("character references that are no characters are refused") {
    for (auto const* const bad :
         {"&#0;", "&#xD800;", "&#xFFFF;", "&#x110000;", "&#99999999999;", "&#;", "&;"})
        CHECK_FALSE(read(act(bad)).document);
    CHECK(read(act("&#x41;&#66;")).document);
}
