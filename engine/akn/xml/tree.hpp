// The elements and texts of a file, each as one row that points into the bytes of the file. Nothing is
// copied: names are looked up once, attributes are read when somebody asks, and entities become characters
// where a text has some. Rows stand in document order, so a subtree is a range of rows. Private to the room.
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

  private:
    friend class Node;
    friend class Attributes;
    friend class Parser;

    enum class Type : std::uint8_t { document, element, text, cdata };
    struct Row {
        std::uint32_t begin = 0;   // of the name, or of the text
        std::uint32_t end = 0;     // behind the start tag, or the text
        std::uint32_t parent = 0;  // row
        std::uint32_t after = 0;   // the row behind the subtree
        Type type = Type::element;
        std::uint8_t name = 0;    // in the table of elements
        bool attributes = false;  // of an element: it has some
        bool encoded = false;     // of a text: it holds entities or line ends of two characters
    };

    // The text with its entities and line ends read.
    [[nodiscard]] std::string_view decoded(std::string_view text, bool entities) const;

    std::string_view raw_;
    std::vector<Row> rows_;
    std::size_t elements_ = 0, levels_ = 0;
    mutable NameStore decoded_;
};

struct Attribute {
    std::string_view name;  // as the file writes it, with its prefix
    std::string_view value;
};

// Goes over the attributes of one start tag.
class Attributes {
  public:
    Attributes(Tree const* tree, std::uint32_t from, std::uint32_t to);
    // False when there is none left.
    [[nodiscard]] bool next(Attribute& into);

  private:
    Tree const* tree_;
    char const* at_;
    char const* end_;
};

// A place in a tree, or nowhere. Small, to be passed by value; good as long as the tree.
class Node {
  public:
    Node() = default;

    explicit operator bool() const { return tree_ != nullptr; }
    bool operator==(Node const& other) const = default;

    [[nodiscard]] bool is_element() const { return tree_ != nullptr && row().type == Tree::Type::element; }
    [[nodiscard]] bool is_text() const { return tree_ != nullptr && row().type >= Tree::Type::text; }
    [[nodiscard]] Node parent() const {
        return tree_ == nullptr || index_ == 0 ? Node{} : Node(tree_, row().parent);
    }
    [[nodiscard]] Node first_child() const {
        return tree_ != nullptr && index_ + 1 < row().after ? Node(tree_, index_ + 1) : Node{};
    }
    [[nodiscard]] Node next_sibling() const {
        if (tree_ == nullptr || index_ == 0) return {};
        auto const next = row().after;
        bool const sibling = next < tree_->rows_.size() && tree_->rows_[next].parent == row().parent;
        return sibling ? Node(tree_, next) : Node{};
    }

    // Of an element: its row of the table, its name as the file writes it, the name without its prefix.
    [[nodiscard]] ElementName const& known() const { return element_at(is_element() ? row().name : 0); }
    [[nodiscard]] std::string_view name() const;
    [[nodiscard]] std::string_view local_name() const;
    [[nodiscard]] std::string_view prefix() const;
    [[nodiscard]] Attributes attributes() const;
    // Value of the attribute with that local name, or "".
    [[nodiscard]] std::string_view attribute(std::string_view local) const;

    // Of a text: its characters; of anything else: none.
    [[nodiscard]] std::string_view text() const {
        if (!is_text()) return {};
        auto const& here = row();
        auto const bytes = tree_->raw_.substr(here.begin, here.end - here.begin);
        return here.encoded ? tree_->decoded(bytes, here.type == Tree::Type::text) : bytes;
    }
    // Where the start tag, or the text, stands in the file.
    [[nodiscard]] std::uint32_t begin() const { return is_element() ? row().begin - 1 : row().begin; }
    [[nodiscard]] std::uint32_t end() const { return row().end; }

    // All children: for (auto const item : node.children()).
    class Children;
    [[nodiscard]] Children children() const;

  private:
    friend class Tree;
    Node(Tree const* tree, std::uint32_t index) : tree_(tree), index_(index) {}
    [[nodiscard]] Tree::Row const& row() const { return tree_->rows_[index_]; }

    Tree const* tree_ = nullptr;
    std::uint32_t index_ = 0;
};

class Node::Children {
  public:
    class Iterator {
      public:
        explicit Iterator(Node node) : node_(node) {}
        Node operator*() const { return node_; }
        Iterator& operator++() {
            node_ = node_.next_sibling();
            return *this;
        }
        bool operator==(Iterator const& other) const = default;

      private:
        Node node_;
    };
    explicit Children(Node first) : first_(first) {}
    [[nodiscard]] Iterator begin() const { return Iterator(first_); }
    [[nodiscard]] Iterator end() const { return Iterator(Node{}); }

  private:
    Node first_;
};

inline Node::Children Node::children() const {
    return Children(first_child());
}

inline Node Tree::document() const {
    return rows_.empty() ? Node{} : Node(this, 0);
}

}  // namespace lacuna::akn::xml
