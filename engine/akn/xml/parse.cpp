// From bytes to the rows of a tree, in one pass. It takes what is well-formed as the walk needs it: tags that
// close each other, attributes with values in quotation marks. What it refuses is explained elsewhere.
#include <algorithm>
#include <bit>
#include <cstring>

#include "akn/bytes16.hpp"
#include "akn/text_writer.hpp"
#include "akn/xml/characters.hpp"
#include "akn/xml/tree.hpp"

namespace lacuna::akn::xml {

class Parser {
  public:
    Parser(Tree& tree, std::string_view raw)
        : tree_(tree), begin_(raw.data()), at_(raw.data()), end_(raw.data() + raw.size()) {}

    [[nodiscard]] bool run() {
        constexpr std::string_view mark = "\xEF\xBB\xBF";
        if (std::string_view(at_, size_left()).starts_with(mark)) at_ += mark.size();
        add_row(Tree::Type::document, begin_);
        while (text())
            if (!markup()) return false;
        if (current_ != 0 || tree_.elements_ == 0) return false;
        tree_.rows_[0].after = tree_.count_;
        return true;
    }

  private:
    [[nodiscard]] std::size_t size_left() const { return static_cast<std::size_t>(end_ - at_); }
    [[nodiscard]] std::uint32_t offset(char const* at) const {
        return static_cast<std::uint32_t>(at - begin_);
    }
    Tree::Row& add_row(Tree::Type type, char const* from) {
        constexpr std::size_t least = 1024;
        if (tree_.count_ == tree_.rows_.size()) tree_.rows_.resize(std::max(least, tree_.rows_.size() * 2));
        auto& row = tree_.rows_[tree_.count_++];
        row = {offset(from), 0, current_, tree_.count_, blanks_, 0, type, 0, 0, false};
        blanks_ = 0;
        return row;
    }

    // Takes the text before the next '<'; false at the end of the file.
    [[nodiscard]] bool text() {
        if (at_ == end_) return false;
        if (*at_ == '<' || only_blanks()) return true;
        auto const* const from = at_;
        auto const* const found = static_cast<char const*>(std::memchr(at_, '<', size_left()));
        at_ = found == nullptr ? end_ : found;
        if (current_ != 0)
            add_text(from, Tree::Type::text, reaches(amp_, '&', from) || reaches(cr_, '\r', from));
        return found != nullptr;
    }

    // Goes over blanks that reach to the next tag, and counts them for the row that comes next.
    [[nodiscard]] bool only_blanks() {
        if (!is_blank_byte(*at_)) return false;
        auto const* const from = at_;
        auto const* const found = akn::skip_blanks(at_, end_);
        auto const count = static_cast<std::size_t>(found - from);
        if (found == end_ || *found != '<' || count > most_blanks - blanks_) return false;
        at_ = found;
        if (current_ == 0) return true;
        blanks_ = static_cast<std::uint16_t>(blanks_ + count);
        if (reaches(cr_, '\r', from)) blanks_ = static_cast<std::uint16_t>(blanks_ - double_line_ends(from));
        return true;
    }

    // Line ends of two characters count as one.
    [[nodiscard]] std::size_t double_line_ends(char const* from) const {
        std::size_t count = 0;
        for (; from + 1 < at_; ++from) count += from[0] == '\r' && from[1] == '\n' ? 1 : 0;
        return count;
    }

    // Whether the sign stands between `from` and the current place. `next` remembers where it comes next.
    [[nodiscard]] bool reaches(char const*& next, char sign, char const* from) {
        if (next == nullptr || next < from) {
            next = static_cast<char const*>(std::memchr(from, sign, static_cast<std::size_t>(end_ - from)));
            if (next == nullptr) next = end_;
        }
        return next < at_;
    }

    void add_text(char const* from, Tree::Type type, bool encoded) {
        auto& row = add_row(type, from);
        row.end = offset(at_);
        row.some = encoded;
    }

    [[nodiscard]] bool markup() {
        auto const next = at_[1];
        if (begins_name(next)) return start_tag();
        if (next == '/') return end_tag();
        if (next == '?') return instruction();
        return next == '!' && declaration();
    }

    [[nodiscard]] bool start_tag() {
        auto const index = tree_.count_;
        auto& row = add_row(Tree::Type::element, ++at_);
        ++tree_.elements_;
        row.name = name(row.name_length);
        auto const kind = element_at(row.name).kind;
        tree_.levels_ += kind == Kind::provision || kind == Kind::grouping || kind == Kind::point ? 1 : 0;
        if (*at_ != '>' && *at_ != '/' && !attributes(row.some)) return false;
        bool const empty = *at_ == '/';
        if (empty) ++at_;
        if (*at_ != '>') return false;
        row.end = offset(++at_);
        if (!empty) current_ = index;
        return true;
    }

    // Goes behind the name of an element and looks it up.
    [[nodiscard]] std::uint8_t name(std::uint8_t& length) {
        if (size_left() >= Bytes16::size) {
            auto const bytes = Bytes16::load(at_);
            auto const ends = (bytes.at_most(0x20) | bytes.equal('>') | bytes.equal('/')).bits();
            auto const count = static_cast<std::uint8_t>(std::countr_zero(ends | 1u << Bytes16::size));
            if (auto const known = short_element_index(bytes.first(count)); known != 0) {
                at_ += length = count;
                return known;
            }
        }
        auto const* const from = at_;
        while (in_name(*at_)) ++at_;
        auto const count = static_cast<std::size_t>(at_ - from);
        length = static_cast<std::uint8_t>(std::min(count, longest_counted));
        return element_index({from, count});
    }

    // Goes to the '>' or '/' that ends the tag.
    [[nodiscard]] bool attributes(bool& some) {
        if (!is_blank(*at_)) return false;
        for (;;) {
            skip_blanks();
            if (!begins_name(*at_)) return true;
            some = true;
            while (in_name(*at_)) ++at_;
            skip_blanks();
            if (*at_++ != '=') return false;
            skip_blanks();
            auto const quote = *at_;
            if (quote != '"' && quote != '\'') return false;
            ++at_;
            auto const* const close = next(quote);
            if (close == nullptr) return false;
            at_ = close + 1;
            if (begins_name(*at_)) return false;
        }
    }

    // Values are short: most end in the first bytes.
    [[nodiscard]] char const* next(char sign) const {
        if (size_left() >= Bytes16::size)
            if (auto const found = Bytes16::load(at_).equal(sign).bits(); found != 0)
                return at_ + std::countr_zero(found);
        return static_cast<char const*>(std::memchr(at_, sign, size_left()));
    }

    [[nodiscard]] bool end_tag() {
        at_ += 2;
        if (current_ == 0) return false;
        auto& row = tree_.rows_[current_];
        auto const* const open = begin_ + row.begin;
        if (!same_name(open, row.name_length)) return false;
        at_ += row.name_length;
        if (row.name_length == longest_counted)
            for (auto const* more = open + longest_counted; in_name(*more); ++more)
                if (*at_++ != *more) return false;
        if (*at_ != '>') {
            if (in_name(*at_)) return false;
            skip_blanks();
            if (*at_ != '>') return false;
        }
        ++at_;
        row.after = tree_.count_;
        row.blanks_last = blanks_;
        blanks_ = 0;
        current_ = row.parent;
        return true;
    }

    [[nodiscard]] bool same_name(char const* open, std::size_t length) const {
        if (length > Bytes16::size || size_left() < Bytes16::size)
            return length <= size_left() && std::memcmp(at_, open, length) == 0;
        auto const differs = ~Bytes16::load(at_).equal(Bytes16::load(open)).bits();
        return static_cast<std::size_t>(std::countr_zero(differs)) >= length;
    }

    [[nodiscard]] bool instruction() {
        if (!begins_name(at_[2])) return false;
        return behind("?>");
    }

    [[nodiscard]] bool declaration() {
        std::string_view const rest(at_, size_left());
        if (rest.starts_with("<!--")) return behind("-->", 4);
        if (rest.starts_with("<![CDATA[")) {
            constexpr std::size_t opening = 9;
            auto const* const from = at_ + opening;
            if (!behind("]]>", opening)) return false;
            at_ -= 3;
            if (current_ != 0) add_text(from, Tree::Type::cdata, reaches(cr_, '\r', from));
            at_ += 3;
            return true;
        }
        return rest.starts_with("<!DOCTYPE") && current_ == 0 && document_type();
    }

    // Nothing in it is read; it ends where its brackets do.
    [[nodiscard]] bool document_type() {
        int depth = 0;
        while (at_ != end_) {
            std::string_view const rest(at_, size_left());
            if (*at_ == '"' || *at_ == '\'') {
                auto const close = rest.find(*at_, 1);
                if (close == std::string_view::npos) return false;
                at_ += close + 1;
            } else if (rest.starts_with("<!--")) {
                if (!behind("-->", 4)) return false;
            } else if (rest.starts_with("<?")) {
                if (!behind("?>")) return false;
            } else {
                depth += *at_ == '<' ? 1 : *at_ == '>' ? -1 : 0;
                ++at_;
                if (depth == 0) return true;
            }
        }
        return false;
    }

    // Goes behind the next `close`; the first `skip` bytes from here are not part of it.
    [[nodiscard]] bool behind(std::string_view close, std::size_t skip = 2) {
        auto const found = std::string_view(at_, size_left()).find(close, skip);
        if (found == std::string_view::npos) return false;
        at_ += found + close.size();
        return true;
    }

    void skip_blanks() {
        while (is_blank(*at_)) ++at_;
    }

    static constexpr std::size_t longest_counted = 255;
    static constexpr std::size_t most_blanks = 0xFFFF;

    Tree& tree_;
    char const* const begin_;
    char const* at_;
    char const* const end_;
    char const* amp_ = nullptr;  // the next '&', as far as it was looked for
    char const* cr_ = nullptr;   // the next carriage return
    std::uint32_t current_ = 0;  // the row whose end tag comes next
    std::uint16_t blanks_ = 0;   // that wait for the next row or end tag
};

bool Tree::parse(std::string_view raw) {
    raw_ = raw;
    count_ = 0;
    elements_ = levels_ = 0;
    decoded_ = {};
    return Parser(*this, raw).run();
}

}  // namespace lacuna::akn::xml
