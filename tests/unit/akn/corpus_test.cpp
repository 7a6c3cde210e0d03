// Real Akoma Ntoso, where `shared` is at hand: every file is read, and no character is lost.
#include <catch2/catch.hpp>
#include <set>

#include "akn/dump.hpp"
#include "akn/set.hpp"
#include "base/files.hpp"
#include "support/golden.hpp"
#include "support/plain_xml.hpp"
#include "support/shared.hpp"

using namespace lacuna;
namespace fs = std::filesystem;

namespace {

std::vector<fs::path> files_below(fs::path const& folder) {
    SourceMap sources;
    Diagnostics diagnostics;
    return folder.empty() ? std::vector<fs::path>{} : list_files(folder, {".xml"}, sources, diagnostics);
}

// Everything that is no blank, in order.
std::string without_blanks(std::string_view text) {
    std::string out;
    for (auto const c : text)
        if (static_cast<unsigned char>(c) > 0x20) out.push_back(c);
    return out;
}

void check_rows(akn::Document const& document) {
    auto const& rows = document.provisions;
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        auto const& row = rows[i];
        REQUIRE(row.subtree_end > i);
        REQUIRE(row.subtree_end <= rows.size());
        REQUIRE(row.block_begin <= row.block_end);
        REQUIRE(row.block_end <= document.blocks.size());
        REQUIRE(!row.eid.empty());
        REQUIRE(!row.element.empty());
        if (!row.parent.valid()) continue;
        auto const& parent = document.at(row.parent);
        REQUIRE(row.parent.value < i);
        REQUIRE(row.subtree_end <= parent.subtree_end);
        REQUIRE(parent.block_begin <= row.block_begin);
        REQUIRE(row.block_end <= parent.block_end);
    }
    std::uint32_t at = 0;
    for (auto const& block : document.blocks) {
        REQUIRE(block.begin == at);
        REQUIRE(block.begin < block.end);
        REQUIRE(document.text[block.end] == '\n');
        at = block.end + 1;
    }
    REQUIRE(at == document.text.size());
}

void check_file(fs::path const& path) {
    INFO(path.string());
    SourceMap sources;
    Diagnostics diagnostics;
    auto const read = read_file(path, sources, diagnostics);
    REQUIRE(read.ok);
    auto& source = sources.at(read.id);
    auto const document = akn::read_document(source, read.id, diagnostics);
    REQUIRE(document.has_value());
    CHECK(diagnostics.errors() == 0);
    CHECK_FALSE(document->provisions.empty());
    check_rows(*document);
    CHECK(document->account.balances());
    auto const plain = test::plain_xml(source.bytes());
    CHECK(document->account.body == plain.characters);
    CHECK(document->account.characters[akn::Account::layout] <= plain.blanks);
    auto const set_aside = [&](akn::Account::Class item) { return document->account.characters[item]; };
    auto const aside = set_aside(akn::Account::notes) + set_aside(akn::Account::contents) +
                       set_aside(akn::Account::editorial) + set_aside(akn::Account::furniture) +
                       set_aside(akn::Account::foreign);
    if (aside == 0) CHECK(without_blanks(document->text) == without_blanks(plain.text));
}

}  // namespace

TEST_CASE("every real file is read, with an account that balances to the character") {
    std::size_t read = 0;
    for (auto const* const folder : {"corpus/akn", "corpus/statutes"}) {
        for (auto const& path : files_below(test::shared(folder))) {
            if (path.string().find("MALFORMED") != std::string::npos) continue;
            check_file(path);
            ++read;
        }
    }
    WARN("read " << read << " real files");
}

TEST_CASE("the bundled statutes are read, with an account that balances") {
    auto const files = files_below(fs::path(LACUNA_SOURCE_DIR) / "legislation");
    REQUIRE(files.size() > 5);
    for (auto const& path : files) check_file(path);
}

TEST_CASE("a malformed real file is an error with a place, and nothing is read from it") {
    auto const folder = test::shared("corpus/akn/rs");
    if (folder.empty()) return;
    SourceMap sources;
    Diagnostics diagnostics;
    auto const set = akn::read_set({folder / "rs-161-MALFORMED.xml"}, sources, diagnostics);
    CHECK(set.documents.empty());
    CHECK(set.unread.size() == 1);
    REQUIRE(diagnostics.sorted().size() == 1);
    CHECK(diagnostics.sorted()[0].code == Code::xml_malformed);
    CHECK(sources.at(SourceId(std::size_t{0})).position(diagnostics.sorted()[0].span.begin).line == 264);
}

TEST_CASE("places in the text of a real file lead back to the same characters of the file") {
    for (auto const& path : files_below(test::shared("corpus/akn"))) {
        SourceMap sources;
        Diagnostics diagnostics;
        auto const read = read_file(path, sources, diagnostics);
        auto& source = sources.at(read.id);
        auto const document = akn::read_document(source, read.id, diagnostics);
        if (!document) continue;
        INFO(path.string());
        std::size_t const step = document->text.size() / 400 + 1;
        for (std::size_t at = 0; at < document->text.size(); at += step) {
            auto const c = document->text[at];
            if (static_cast<unsigned char>(c) <= 0x20) continue;
            auto const place = akn::source_offset(*document, source, static_cast<std::uint32_t>(at));
            REQUIRE(place < source.bytes().size());
            auto const raw = source.bytes()[place];
            INFO("text offset " << at << ", file offset " << place);
            REQUIRE((raw == c || raw == '&'));
        }
    }
}
