// The form that every dialect of Akoma Ntoso is read into: flat arrays of provisions, text blocks and
// references, the metadata, and an account of every character of the body. Nothing here knows XML, and
// nothing here knows law.
//
// Provisions stand in document order (preorder), so a provision's subtree is a range of rows and its text a
// range of blocks. All text of the body that can hold a norm is one UTF-8 string, `text`; a block is a range
// of it. Blocks are separated by one '\n' that belongs to no block. All string_views point into the Document,
// which only moves.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "base/span.hpp"

namespace lacuna::akn {

// What a block of text is within its provision.
enum class Role : std::uint8_t {
    num,      // "3.", "(a)", "§ 202a"
    heading,  // heading, subheading, crossHeading
    intro,    // introductory words of a provision or list
    content,  // text of a leaf
    wrap_up,  // closing words after points (wrapUp, continuation)
    preface,  // preface, preamble, conclusions: read, but no part of a provision
};

// Whether such text can hold a norm.
[[nodiscard]] constexpr bool is_norm(Role role) {
    return role == Role::intro || role == Role::content || role == Role::wrap_up;
}

// Whether the text of a provision is law at the chosen date.
enum class Force : std::uint8_t { in_force, not_yet, repealed, suspended, expired };

struct Block {
    ProvisionId provision;  // invalid for preface text
    Role role = Role::content;
    std::uint32_t begin = 0, end = 0;  // bytes of Document::text
    std::uint32_t row = 0;             // of a table, counted through the document from 1 on; 0: in no table
};

struct Provision {
    ProvisionId parent;                            // invalid at the top
    std::uint32_t subtree_end = 0;                 // one past the last row of the subtree
    std::uint32_t block_begin = 0, block_end = 0;  // blocks of the whole subtree, num and heading included
    std::string_view element;   // local name in the file: "section", "article", "point", "item"
    std::string_view eid;       // eId, else wId or id, else made by the naming convention
    std::string_view num;       // as printed, blanks collapsed; empty when there is none
    std::string_view heading;   // likewise
    std::string_view language;  // where the file says that it is not the document's own: "fr"
    std::string_view amends;    // of quoted text: what it changes, as the file names it; may be unknown
    Span source;                // the element's start tag in the file
    Force force = Force::in_force;
    bool basic_unit = false;  // the section, article, § or rule of the act
    bool eid_made = false;    // the file gave no identifier
    bool quoted = false;      // text of another act inside an amending act
    bool attachment = false;  // in a schedule, annex or component
};

// `ref`, `rref`, `mref` of the file. Citations in plain words are found by match/, with the words of the
// lexicon.
struct Reference {
    ProvisionId from;
    std::uint32_t text_begin = 0, text_end = 0;  // the citing words in Document::text
    std::string_view href;
    ProvisionId target;   // when it lies in this document, or in `document`
    DocumentId document;  // another act of the set; invalid: this one
};

// `quotedText` of the file: words of another act that an amending act takes out or puts in.
struct Quotation {
    ProvisionId provision;
    std::uint32_t text_begin = 0, text_end = 0;
    std::string_view amends;  // the target, as the file names it; may be unknown
};

// `def`, `term` of the file: a term that the text marks as defined or used.
struct MarkedTerm {
    ProvisionId provision;
    std::uint32_t text_begin = 0, text_end = 0;
    bool defines = false;  // <def>; a <term> only uses
    // What the file says that it is: `refersTo`, without its '#'; and its own name, that others may refer to.
    std::string_view refers_to{}, name{};
};

struct Metadata {
    std::string work_uri, expression_uri, manifestation_uri;
    std::string work_this;  // FRBRthis of the work: tells the parts of one work apart
    std::string version;    // FRBRversionNumber of the expression
    std::vector<std::string> aliases;
    std::string country, subdivision, number, title, document_type;  // "act", "bill"
    std::string date_work, date_expression;                          // ISO dates, or empty
    std::vector<std::string> languages;  // ISO 639-1 where there is one ("en"), else 639-2/3
    bool title_of_file = false;          // the act says no title: it is called as its file
    bool language_of_uri = false;        // no element says the language; it was read off the expression's URI
    bool scrambled = false;              // many broken words go on with strangers: see scrambled.hpp
};

// Where every character of the body went. The classes add up to `body`, or the reader has lost something.
struct Account {
    enum Class : std::uint8_t {
        provisions,  // text of norms
        headings,
        numbers,
        front_and_back,  // preface, preamble, conclusions
        notes,           // footnotes, authorial notes
        contents,        // tables of contents
        editorial,       // remarks of an editor
        furniture,       // page and line marks
        foreign,         // content of another vocabulary that is not law text
        layout,          // blanks between elements
        class_count
    };
    std::array<std::uint64_t, class_count> characters{};  // code points
    std::uint64_t body = 0;  // code points of text in the document outside its metadata
    [[nodiscard]] std::uint64_t sum() const;
    [[nodiscard]] bool balances() const { return sum() == body; }
};
[[nodiscard]] std::string_view to_string(Account::Class item);
[[nodiscard]] std::string_view to_string(Role role);
[[nodiscard]] std::string_view to_string(Force force);

// From a place of `text` to the bytes of the file: each run is a piece of text that stands in one piece in
// the file.
struct TextRun {
    std::uint32_t text_begin = 0;
    std::uint32_t source_begin = 0;
};

// Where the bytes of `Document::source` come from, when they were put together from an act and a bill that
// changes it: from `begin` on they are those of another file.
struct Origin {
    std::uint32_t begin = 0;
    SourceId source;        // the file that they stand in
    std::uint32_t at = 0;   // the byte of that file
    std::string_view bill;  // title of the bill that they are of; empty: the act's own
};
// Words of Document::text that a bill wrote: they are no law.
struct BillText {
    std::uint32_t begin = 0, end = 0;
    std::string_view bill;  // its title
};

struct Document {
    SourceId source;
    Metadata meta;
    std::string text;
    std::vector<Block> blocks;
    std::vector<Provision> provisions;
    std::vector<Reference> references;
    std::vector<MarkedTerm> terms;
    std::vector<Quotation> quotations;
    std::vector<TextRun> runs;
    std::vector<Origin> origins;       // in order; empty: all bytes are the file's own
    std::vector<BillText> bill_texts;  // in order
    Account account;
    bool plain_text = false;                  // the source holds no markup: made by document_from_text
    std::unique_ptr<struct NameStore> names;  // owns what the string_views of the rows point to

    Document();
    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;
    ~Document();

    [[nodiscard]] Provision const& at(ProvisionId id) const { return provisions[id.index()]; }
    [[nodiscard]] std::string_view text_of(Block const& block) const {
        return std::string_view(text).substr(block.begin, block.end - block.begin);
    }
    // Nearest basic unit at or above; invalid when there is none.
    [[nodiscard]] ProvisionId unit_of(ProvisionId id) const;
    // Path of headings from the top to `id`: "Part II Offences › 7. Unauthorised access › (1)".
    [[nodiscard]] std::string path_of(ProvisionId id) const;
    // "section 7(1)(a)"-like short citation built from nums: element and num of the unit, then nums of
    // points.
    [[nodiscard]] std::string citation_of(ProvisionId id) const;
    [[nodiscard]] ProvisionId find(std::string_view eid) const;  // first with that eId; invalid when none
    // The bill that wrote some of the words; empty: none of them is a bill's.
    [[nodiscard]] std::string_view bill_in(std::uint32_t begin, std::uint32_t end) const;
    // The file, and the byte of it, behind a byte of `source`.
    [[nodiscard]] Origin origin_of(std::uint32_t byte) const;
};

// Other languages than its own in which words of norms stand, as the file says; in the order in which they
// begin.
[[nodiscard]] std::vector<std::string_view> languages_of_parts(Document const& document);

// The deque-like owner of names; append-only.
struct NameStore {
    std::vector<std::unique_ptr<char[]>> chunks;
    std::size_t used = 0, capacity = 0;
    [[nodiscard]] std::string_view keep(std::string_view text);
};

}  // namespace lacuna::akn
