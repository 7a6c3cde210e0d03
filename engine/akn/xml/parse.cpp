// From bytes to the rows of a tree, in one pass. It takes what is well-formed as the walk needs it: tags that
// close each other, attributes with values in quotation marks. What it refuses is explained elsewhere.
#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "akn/bytes16.hpp"
#include "akn/xml/characters.hpp"
#include "akn/xml/scan.hpp"
#include "akn/xml/tree.hpp"

namespace lacuna::akn::xml {

// The functions go on at one place of the file and give the next, or null where the file is not well-formed.
// The place is handed on, and kept nowhere else, so that it stays in a register.
class Parser {
  public:
    Parser(Tree& tree, std::string_view raw)
        : tree_(tree), begin_(raw.data()), end_(raw.data() + raw.size()) {}

    [[nodiscard]] bool run() {
        constexpr std::string_view mark = "\xEF\xBB\xBF";
        auto const* at = begin_;
        if (rest(at).starts_with(mark)) at += mark.size();
        add_row(Kind::outside, begin_);
        while ((at = text(at)) != end_) {
            at = markup(at);
            if (at == nullptr) return false;
        }
        // The first row is no element.
        if (current_ != 0 || tree_.count_ == 1) return false;
        rows_[0].after = tree_.count_;
        tree_.levels_ = levels_;
        tree_.coded_texts_ = coded_texts_;
        tree_.coded_values_ = coded_values_ != 0;
        add_row(Kind::outside, begin_);  // says where the attributes of the last end
        --tree_.count_;
        return true;
    }

  private:
    [[nodiscard]] std::size_t size_from(char const* at) const { return static_cast<std::size_t>(end_ - at); }
    [[nodiscard]] std::string_view rest(char const* at) const { return {at, size_from(at)}; }
    [[nodiscard]] std::uint32_t offset(char const* at) const {
        return static_cast<std::uint32_t>(at - begin_);
    }
    Tree::Row& add_row(Kind kind, char const* from) {
        if (tree_.count_ == room_) make_room();
        auto& row = rows_[tree_.count_++];
        row = {offset(from), 0, current_, tree_.count_,    attributes_, waiting_blanks(), 0,
               kind,         0, 0,        Tree::More::none};
        return row;
    }
    [[nodiscard]] std::uint16_t waiting_blanks() {
        return static_cast<std::uint16_t>(std::exchange(blanks_, 0));
    }
    void make_room() {
        auto& rows = tree_.rows_;
        if (tree_.count_ == rows.size()) rows.resize(std::max(least_room, rows.size() * 2));
        rows_ = rows.data();
        room_ = static_cast<std::uint32_t>(rows.size());
    }

    void add_attribute(char const* name, char const* name_end, char const* value, char const* value_end) {
        auto& rows = tree_.attributes_;
        if (attributes_ == rows.size()) rows.resize(std::max(least_room, rows.size() * 2));
        rows[attributes_++] = {offset(name), offset(name_end), offset(value), offset(value_end)};
    }

    // Takes the text before the next '<', and gives the place of that, or the end of the file.
    [[nodiscard]] char const* text(char const* from) {
        if (*from == '<') return from;
        bool encoded = false;  // it holds entities or carriage returns
        auto const* const word = behind_blanks(from, end_, encoded);
        bool const blank = word != end_ && *word == '<';
        if (blank && (current_ == 0 || count_blanks(from, word, encoded))) return word;
        auto const* const at = next_tag(word, end_, encoded);
        coded_texts_ |= encoded;
        if (current_ != 0) add_text(from, at, encoded ? Tree::More::codes : Tree::More::none);
        return at;
    }

    // Blanks between tags are counted for the row that comes next. False when there are too many.
    [[nodiscard]] bool count_blanks(char const* from, char const* to, bool returns) {
        auto const count = static_cast<std::size_t>(to - from);
        if (count > most_blanks - blanks_) return false;
        blanks_ += static_cast<std::uint32_t>(count);
        if (returns) blanks_ -= double_line_ends(from, to, end_);
        return true;
    }

    void add_text(char const* from, char const* to, Tree::More more) {
        auto& row = add_row(Kind::characters, from);
        row.end = offset(to);
        row.more = more;
    }

    [[nodiscard, gnu::always_inline]] char const* markup(char const* at) {
        auto const next = at[1];
        if (begins_name(next)) return start_tag(at + 1);
        if (next == '/') return end_tag(at + 2);
        if (next == '?') return begins_name(at[2]) ? behind(at, "?>") : nullptr;
        return next == '!' ? declaration(at) : nullptr;
    }

    // From the name of an element.
    [[nodiscard, gnu::always_inline]] char const* start_tag(char const* at) {
        auto const index = tree_.count_;
        auto& row = add_row(Kind::unknown, at);
        at = name(at, row);
        if (*at != '>' && *at != '/') at = attributes(at);
        if (at == nullptr) return nullptr;
        bool const empty = *at == '/';
        if (empty) ++at;
        if (*at != '>') return nullptr;
        row.end = offset(++at);
        if (!empty) current_ = index;
        return at;
    }

    // Goes behind the name of an element and looks it up.
    [[nodiscard, gnu::always_inline]] char const* name(char const* at, Tree::Row& row) {
        std::size_t length = 0;
        auto index = known_name(at, length);
        if (index == 0) index = other_name(at, length);
        auto const kind = element_at(index).kind;
        row.name = index;
        row.kind = kind;
        row.name_length = static_cast<std::uint8_t>(std::min(length, longest_counted));
        bool const level = kind == Kind::provision || kind == Kind::grouping || kind == Kind::point;
        levels_ += level ? 1 : 0;
        return at + length;
    }

    // Names of less than sixteen bytes are looked up as they stand, without their prefix. Zero for others.
    [[nodiscard]] std::uint8_t known_name(char const* at, std::size_t& length) const {
        if (size_from(at) < Bytes16::size) return 0;
        auto const bytes = Bytes16::load(at);
        auto const ends = (bytes.at_most(0x20) | bytes.equal('>') | bytes.equal('/')).bits();
        length = static_cast<std::size_t>(std::countr_zero(ends | 1u << Bytes16::size));
        if (length == Bytes16::size) return 0;
        auto const colons = bytes.equal(':').bits() & ~(~0u << length);
        if (colons == 0) return short_element_index(bytes.first(length), length);
        auto const prefix = static_cast<std::size_t>(std::bit_width(colons));
        if (size_from(at + prefix) < Bytes16::size) return 0;
        return short_element_index(Bytes16::load(at + prefix).first(length - prefix), length - prefix);
    }

    // Of names of sixteen bytes or more, of those at the end of a file, and of those that no table has.
    [[nodiscard]] std::uint8_t other_name(char const* at, std::size_t& length) const {
        auto const *end = at, *local = at;
        for (; in_name(*end); ++end)
            if (*end == ':') local = end + 1;
        length = static_cast<std::size_t>(end - at);
        auto const rest = static_cast<std::size_t>(end - local);
        bool const looked_up = local == at && rest < Bytes16::size && size_from(at) >= Bytes16::size;
        return looked_up ? std::uint8_t{0} : element_index({local, rest});
    }

    // From behind a name to the '>' or '/' that ends the tag.
    [[nodiscard]] char const* attributes(char const* at) {
        if (!is_blank(*at)) return nullptr;
        for (;;) {
            at = skip_blanks(at);
            if (!begins_name(*at)) return at;
            auto const* const name = at;
            while (in_name(*at)) ++at;
            auto const* const name_end = at;
            at = skip_blanks(at);
            if (*at++ != '=') return nullptr;
            at = skip_blanks(at);
            auto const quote = *at;
            if (quote != '"' && quote != '\'') return nullptr;
            auto const* const value = ++at;
            at = end_of_value(value, quote);
            if (at == nullptr) return nullptr;
            add_attribute(name, name_end, value, at);
            if (begins_name(*++at)) return nullptr;
        }
    }

    // Values are short: it costs less to look for their end here than to ask for it elsewhere.
    [[nodiscard]] char const* end_of_value(char const* at, char quote) {
        for (; size_from(at) >= Bytes16::size; at += Bytes16::size) {
            auto const bytes = Bytes16::load(at);
            auto const found = bytes.equal(quote).bits();
            coded_values_ |= (bytes.equal('&') | bytes.equal('\r')).bits() & ~found & (found - 1);
            if (found != 0) return at + std::countr_zero(found);
        }
        for (; at != end_ && *at != quote; ++at) coded_values_ |= *at == '&' || *at == '\r' ? 1U : 0U;
        return at == end_ ? nullptr : at;
    }

    // From the name in it.
    [[nodiscard, gnu::always_inline]] char const* end_tag(char const* at) {
        if (current_ == 0) return nullptr;
        auto& row = rows_[current_];
        auto const* const open = begin_ + row.begin;
        if (!same_name(at, open, row.name_length)) return nullptr;
        at += row.name_length;
        if (row.name_length == longest_counted)
            for (auto const* more = open + longest_counted; in_name(*more); ++more)
                if (*at++ != *more) return nullptr;
        if (*at != '>') {
            if (in_name(*at)) return nullptr;
            at = skip_blanks(at);
            if (*at != '>') return nullptr;
        }
        row.after = tree_.count_;
        row.blanks_last = waiting_blanks();
        current_ = row.parent;
        return at + 1;
    }

    [[nodiscard]] bool same_name(char const* at, char const* open, std::size_t length) const {
        if (length > Bytes16::size || size_from(at) < Bytes16::size)
            return length <= size_from(at) && std::memcmp(at, open, length) == 0;
        auto const differs = ~Bytes16::load(at).equal(Bytes16::load(open)).bits();
        return static_cast<std::size_t>(std::countr_zero(differs)) >= length;
    }

    [[nodiscard]] char const* declaration(char const* at) {
        if (rest(at).starts_with("<!--")) return behind(at, "-->", 4);
        if (rest(at).starts_with("<![CDATA[")) {
            constexpr std::size_t opening = 9, closing = 3;
            auto const* const behind_it = behind(at, "]]>", opening);
            if (behind_it == nullptr) return nullptr;
            std::string_view const words(at + opening,
                                         static_cast<std::size_t>(behind_it - closing - at) - opening);
            bool const returns = words.find('\r') != std::string_view::npos;
            if (current_ != 0)
                add_text(words.data(), behind_it - closing, returns ? Tree::More::returns : Tree::More::none);
            return behind_it;
        }
        return rest(at).starts_with("<!DOCTYPE") && current_ == 0 ? document_type(at) : nullptr;
    }

    // Nothing in it is read; it ends where its brackets do.
    [[nodiscard]] char const* document_type(char const* at) const {
        int depth = 0;
        while (at != end_) {
            if (*at == '"' || *at == '\'') {
                auto const close = rest(at).find(*at, 1);
                if (close == std::string_view::npos) return nullptr;
                at += close + 1;
            } else if (rest(at).starts_with("<!--")) {
                if ((at = behind(at, "-->", 4)) == nullptr) return nullptr;
            } else if (rest(at).starts_with("<?")) {
                if ((at = behind(at, "?>")) == nullptr) return nullptr;
            } else {
                depth += *at == '<' ? 1 : *at == '>' ? -1 : 0;
                ++at;
                if (depth == 0) return at;
            }
        }
        return nullptr;
    }

    // The place behind the next `close`; the first `skip` bytes from here are not part of it.
    [[nodiscard]] char const* behind(char const* at, std::string_view close, std::size_t skip = 2) const {
        auto const found = rest(at).find(close, skip);
        return found == std::string_view::npos ? nullptr : at + found + close.size();
    }

    [[nodiscard]] static char const* skip_blanks(char const* at) {
        while (is_blank(*at)) ++at;
        return at;
    }

    static constexpr std::size_t least_room = 1024;  // rows
    static constexpr std::size_t longest_counted = 255;
    static constexpr std::size_t most_blanks = 0xFFFF;

    Tree& tree_;
    char const* const begin_;
    char const* const end_;
    Tree::Row* rows_ = nullptr;  // of the tree; there is room for so many
    std::uint32_t room_ = 0;
    std::uint32_t current_ = 0;       // the row whose end tag comes next
    std::uint32_t blanks_ = 0;        // that wait for the next row or end tag
    std::uint32_t attributes_ = 0;    // so far
    std::uint32_t coded_values_ = 0;  // not zero: some of them hold entities or carriage returns
    bool coded_texts_ = false;        // some of them do
    std::size_t levels_ = 0;          // elements that are provisions
};

bool Tree::parse(std::string_view raw) {
    raw_ = raw;
    count_ = 0;
    decoded_ = {};
    return Parser(*this, raw).run();
}

}  // namespace lacuna::akn::xml
