// The elements and texts of a file, each as one row that points into the bytes of the file, and their
// attributes likewise. Nothing is copied: names are looked up once, and entities become characters where a
// text or a value has some. Rows stand in document order, so a subtree is a range of rows. Blanks between
// tags are only counted, in the row that follows them. Private to the room.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "akn/document.hpp"
#include "akn/names.hpp"

namespace lacuna::akn::xml {

class Node;

class Tree {
  public:
    // Parses `raw`, which must be UTF-8 without NUL inside and with a NUL behind its last byte, and must stay
    // as it is while the tree is used. False when it is not well-formed.
    [[nodiscard]] bool parse(std::string_view raw);

    // What stands outside all elements; its children are the root and, in a file that is none, others.
    [[nodiscard]] Node document() const;
    [[nodiscard]] std::string_view raw() const { return raw_; }
    [[nodiscard]] std::size_t levels() const { return levels_; }  // elements that are provisions

    // Whether a text or an attribute holds entities or carriage returns.
    [[nodiscard]] bool has_codes() const { return coded_texts_ || coded_values_; }

  private:
    friend class Node;
    friend class Attributes;
    friend class Parser;

    enum class More : std::uint8_t {
        none,
        codes,    // it holds entities or carriage returns
        returns,  // it holds carriage returns, and what looks like an entity is none
    };
    struct Row {
        std::uint32_t begin = 0;          // of the name, or of the text
        std::uint32_t end = 0;            // behind the start tag, or the text
        std::uint32_t parent = 0;         // row
        std::uint32_t after = 0;          // the row behind the subtree
        std::uint32_t attributes = 0;     // how many stand before it
        std::uint16_t blanks_before = 0;  // that no row stands for
        std::uint16_t blanks_last = 0;    // of an element: before its end tag
        Kind kind = Kind::unknown;        // of the element; or what it is instead of one
        std::uint8_t name = 0;            // in the table of elements
        std::uint8_t name_length = 0;     // in the file; 255: as many or more
        More more = More::none;           // of a text
    };
    struct AttributeRow {
        std::uint32_t name = 0, name_end = 0, value = 0, value_end = 0;  // bytes of the file
    };

    // The text with its entities and line ends read.
    [[nodiscard]] std::string_view decoded(std::string_view text, bool entities) const;
    [[nodiscard]] std::string_view value_of(AttributeRow const& row) const;

    std::string_view raw_;
    std::vector<Row> rows_;  // the first `count_` of them and one more; the others are room for a larger file
    std::vector<AttributeRow> attributes_;  // those that the rows count
    std::uint32_t count_ = 0;
    std::size_t levels_ = 0;
    bool coded_texts_ = false, coded_values_ = false;  // some of them hold entities or carriage returns
    mutable NameStore decoded_;
};

struct Attribute {
    std::string_view name;  // as the file writes it, with its prefix
    std::string_view value;
};

// Goes over the attributes of one start tag.
class Attributes {
  public:
    // False when there is none left.
    [[nodiscard]] bool next(Attribute& into);

  private:
    friend class Node;
    Attributes(Tree const* tree, Tree::AttributeRow const* from, Tree::AttributeRow const* to)
        : tree_(tree), at_(from), end_(to) {}

    Tree const* tree_;
    Tree::AttributeRow const *at_, *end_;
};

// A place in a tree, or nowhere. Small, to be passed by value; good as long as the tree.
class Node {
  public:
    Node() = default;

    explicit operator bool() const { return tree_ != nullptr; }
    bool operator==(Node const& other) const = default;

    [[nodiscard]] bool is_element() const { return tree_ != nullptr && kind() < Kind::characters; }
    [[nodiscard]] bool is_text() const { return tree_ != nullptr && kind() == Kind::characters; }
    // Not of nowhere.
    [[nodiscard]] Kind kind() const { return row_->kind; }
    [[nodiscard]] Node parent() const {
        return tree_ == nullptr || row_ == first() ? Node{} : Node(tree_, first() + row_->parent);
    }
    [[nodiscard]] Node first_child() const {
        return tree_ != nullptr && row_ + 1 < behind() ? Node(tree_, row_ + 1) : Node{};
    }
    [[nodiscard]] Node next_sibling() const {
        if (tree_ == nullptr || row_ == first()) return {};
        auto const* const next = behind();
        bool const sibling = next < first() + tree_->count_ && next->parent == row_->parent;
        return sibling ? Node(tree_, next) : Node{};
    }

    // Of an element: where it stands in the table; 0 when it does not.
    [[nodiscard]] std::uint8_t table_row() const { return row_->name; }
    // Its row of the table, its name as the file writes it, the name without its prefix.
    [[nodiscard]] ElementName const& known() const { return element_at(is_element() ? row_->name : 0); }
    [[nodiscard]] std::string_view name() const;
    [[nodiscard]] std::string_view local_name() const;
    [[nodiscard]] std::string_view prefix() const;
    [[nodiscard]] Attributes attributes() const;
    // Value of the attribute with that local name, or "".
    [[nodiscard]] std::string_view attribute(std::string_view local) const;

    // Of a text: its characters; of anything else: none.
    [[nodiscard]] std::string_view text() const {
        if (!is_text()) return {};
        std::string_view const bytes(tree_->raw_.data() + row_->begin, row_->end - row_->begin);
        return row_->more == Tree::More::none ? bytes
                                              : tree_->decoded(bytes, row_->more == Tree::More::codes);
    }
    // Blanks between this place and what stands before it, and those before the end tag of an element: only
    // counted, in characters. They are no child.
    [[nodiscard]] std::uint32_t blanks_before() const { return row_->blanks_before; }
    [[nodiscard]] std::uint32_t blanks_last() const { return row_->blanks_last; }
    // Where the start tag, or the text, stands in the file.
    [[nodiscard]] std::uint32_t begin() const { return is_element() ? row_->begin - 1 : row_->begin; }
    [[nodiscard]] std::uint32_t end() const { return row_->end; }

    // for (auto const item : node.children()). Everything below, in document order, this place first:
    // for (auto const item : node.subtree()).
    template <class Step>
    class Range;
    struct ToSibling;
    struct ToNext;
    [[nodiscard]] Range<ToSibling> children() const;
    [[nodiscard]] Range<ToNext> subtree() const;

  private:
    friend class Tree;
    Node(Tree const* tree, Tree::Row const* row) : tree_(tree), row_(row) {}
    [[nodiscard]] Tree::Row const* first() const { return tree_->rows_.data(); }
    [[nodiscard]] Tree::Row const* behind() const { return first() + row_->after; }

    Tree const* tree_ = nullptr;
    Tree::Row const* row_ = nullptr;
};

// Rows from one place up to another; `Step` gives the row behind a row.
template <class Step>
class Node::Range {
  public:
    class Iterator {
      public:
        Iterator(Tree const* tree, Tree::Row const* row) : place_(tree, row) {}
        Node operator*() const { return place_; }
        Iterator& operator++() {
            place_.row_ = Step::from(place_);
            return *this;
        }
        bool operator==(Iterator const& other) const { return place_.row_ == other.place_.row_; }

      private:
        Node place_;
    };
    Range(Tree const* tree, Tree::Row const* from, Tree::Row const* to) : tree_(tree), from_(from), to_(to) {}
    [[nodiscard]] Iterator begin() const { return Iterator(tree_, from_); }
    [[nodiscard]] Iterator end() const { return Iterator(tree_, to_); }

  private:
    Tree const* tree_;
    Tree::Row const *from_, *to_;
};

struct Node::ToSibling {
    static Tree::Row const* from(Node node) { return node.behind(); }
};
struct Node::ToNext {
    static Tree::Row const* from(Node node) { return node.row_ + 1; }
};

inline Node::Range<Node::ToSibling> Node::children() const {
    if (tree_ == nullptr) return {nullptr, nullptr, nullptr};
    return {tree_, row_ + 1, behind()};
}
inline Node::Range<Node::ToNext> Node::subtree() const {
    if (tree_ == nullptr) return {nullptr, nullptr, nullptr};
    return {tree_, row_, behind()};
}

inline Attributes Node::attributes() const {
    if (!is_element()) return {tree_, nullptr, nullptr};
    auto const* const all = tree_->attributes_.data();
    return {tree_, all + row_->attributes, all + row_[1].attributes};
}

inline bool Attributes::next(Attribute& into) {
    if (at_ == end_) return false;
    into.name = {tree_->raw_.data() + at_->name, at_->name_end - at_->name};
    into.value = tree_->value_of(*at_);
    ++at_;
    return true;
}

inline std::string_view Tree::value_of(AttributeRow const& row) const {
    std::string_view const bytes(raw_.data() + row.value, row.value_end - row.value);
    bool const coded = coded_values_ && bytes.find_first_of("&\r") != std::string_view::npos;
    return coded ? decoded(bytes, true) : bytes;
}

inline Node Tree::document() const {
    return count_ == 0 ? Node{} : Node(this, rows_.data());
}

}  // namespace lacuna::akn::xml
