// From bytes to the rows of a tree, in one pass. It takes what is well-formed as the walk needs it: tags that
// close each other, attributes with values in quotation marks. What it refuses is explained elsewhere.
#include <cstring>

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
        tree_.rows_.push_back({0, 0, 0, 0, Tree::Type::document, 0, false, false});
        current_ = 0;
        while (text())
            if (!markup()) return false;
        if (current_ != 0 || tree_.elements_ == 0) return false;
        tree_.rows_[0].after = next_row();
        return true;
    }

  private:
    [[nodiscard]] std::size_t size_left() const { return static_cast<std::size_t>(end_ - at_); }
    [[nodiscard]] std::uint32_t offset(char const* at) const {
        return static_cast<std::uint32_t>(at - begin_);
    }
    [[nodiscard]] std::uint32_t next_row() const { return static_cast<std::uint32_t>(tree_.rows_.size()); }

    // Takes the text before the next '<'; false at the end of the file.
    [[nodiscard]] bool text() {
        if (at_ == end_) return false;
        if (*at_ == '<') return true;
        auto const* const from = at_;
        auto const* const found = static_cast<char const*>(std::memchr(at_, '<', size_left()));
        at_ = found == nullptr ? end_ : found;
        if (current_ != 0)
            add_text(from, at_, Tree::Type::text, reaches(amp_, '&', from) || reaches(cr_, '\r', from));
        return found != nullptr;
    }

    // Whether the sign stands between `from` and the current place. `next` remembers where it comes next.
    [[nodiscard]] bool reaches(char const*& next, char sign, char const* from) {
        if (next == nullptr || next < from) {
            next = static_cast<char const*>(std::memchr(from, sign, static_cast<std::size_t>(end_ - from)));
            if (next == nullptr) next = end_;
        }
        return next < at_;
    }

    void add_text(char const* from, char const* to, Tree::Type type, bool encoded) {
        auto const row = next_row();
        tree_.rows_.push_back({offset(from), offset(to), current_, row + 1, type, 0, false, encoded});
    }

    [[nodiscard]] bool markup() {
        auto const next = at_[1];
        if (begins_name(next)) return start_tag();
        if (next == '/') return end_tag();
        if (next == '?') return instruction();
        return next == '!' && declaration();
    }

    [[nodiscard]] bool start_tag() {
        auto const* const name = ++at_;
        while (in_name(*at_)) ++at_;
        auto const known = element_index({name, static_cast<std::size_t>(at_ - name)});
        auto const row = next_row();
        ++tree_.elements_;
        auto const kind = element_at(known).kind;
        tree_.levels_ += kind == Kind::provision || kind == Kind::grouping || kind == Kind::point ? 1 : 0;
        tree_.rows_.push_back({offset(name), 0, current_, row + 1, Tree::Type::element, known, false, false});
        if (*at_ != '>' && *at_ != '/' && !attributes(tree_.rows_.back().attributes)) return false;
        bool const empty = *at_ == '/';
        if (empty) ++at_;
        if (*at_ != '>') return false;
        tree_.rows_.back().end = offset(++at_);
        if (!empty) current_ = row;
        return true;
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
            auto const* const close = static_cast<char const*>(std::memchr(at_, quote, size_left()));
            if (close == nullptr) return false;
            at_ = close + 1;
            if (begins_name(*at_)) return false;
        }
    }

    [[nodiscard]] bool end_tag() {
        at_ += 2;
        if (current_ == 0) return false;
        auto& row = tree_.rows_[current_];
        auto const* open = begin_ + row.begin;
        while (in_name(*at_) && *at_ == *open) {
            ++at_;
            ++open;
        }
        if (in_name(*at_) || in_name(*open)) return false;
        skip_blanks();
        if (*at_ != '>') return false;
        ++at_;
        row.after = next_row();
        current_ = row.parent;
        return true;
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
            if (current_ != 0) add_text(from, at_, Tree::Type::cdata, reaches(cr_, '\r', from));
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

    Tree& tree_;
    char const* const begin_;
    char const* at_;
    char const* const end_;
    char const* amp_ = nullptr;  // the next '&', as far as it was looked for
    char const* cr_ = nullptr;   // the next carriage return
    std::uint32_t current_ = 0;  // the row whose end tag comes next
};

bool Tree::parse(std::string_view raw) {
    raw_ = raw;
    rows_.clear();
    elements_ = levels_ = 0;
    decoded_ = {};
    return Parser(*this, raw).run();
}

}  // namespace lacuna::akn::xml
